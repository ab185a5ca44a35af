/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folders of a home. A home that cannot be written is as good as any, for reading. */
record Home(Path path) {
  private static final String PROPERTY = "alfheim.home";

  /** The home that the framework was started for. */
  static Home of(BundleContext context) {
    String given = context.getProperty(PROPERTY);
    Path home =
        given == null ? Path.of(System.getProperty("user.home"), ".alfheim") : Path.of(given);
    return new Home(home.toAbsolutePath().normalize());
  }

  Path etc() {
    return path.resolve("etc");
  }

  Path index() {
    return path.resolve("index");
  }

  /** The indexes of earlier commits, by commit id. */
  Path pastIndexes() {
    return index().resolve("at");
  }

  /** What is known of files already read, so that they need not be read again. */
  Path fingerprints() {
    return cache().resolve("fingerprints");
  }

  /** Copies of far files, shared by all processes. */
  Path cache() {
    return path.resolve("cache");
  }

  Path log() {
    return path.resolve("log");
  }

  /** Makes the home if it can be made. */
  void prepare() throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
    }
  }
}
