/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of a few sessions that a test fills, and the verbs over its catalog. */
final class SmallLab implements Closeable {
  static final String EID = "lab/KS014/2020-01-02/001";

  private final Path folder;
  private final HomeCatalog catalog;
  private String session = "lab/Subjects/KS014/2020-01-02/001";

  SmallLab(Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.resolve("data"));
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  /** Files from now on are of the session named. */
  SmallLab session(String path) {
    session = path;
    return this;
  }

  SmallLab npy(String path, double... values) throws IOException {
    RealParts.npy(folder.resolve(session).resolve(path), values);
    return this;
  }

  SmallLab text(String path, String content) throws IOException {
    Path file = folder.resolve(session).resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  One one() {
    catalog.scan(folder);
    return new One(catalog);
  }

  void qc(String path, Qc verdict) {
    catalog.session(EID).datasets().stream()
        .filter(dataset -> dataset.toString().equals(path))
        .forEach(dataset -> dataset.setQc(verdict, "seen"));
  }

  HomeCatalog catalog() {
    return catalog;
  }

  Path folder() {
    return folder.resolve(session);
  }

  @Override
  public void close() throws IOException {
    RealParts.close(catalog);
  }
}
