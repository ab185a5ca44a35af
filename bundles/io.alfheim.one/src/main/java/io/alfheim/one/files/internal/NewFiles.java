/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files.internal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.alfheim.catalog.ExistsException;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes new files, all of them or none: first under hidden names beside their own, then each gets its
 * name, which must be free.
 */
public final class NewFiles {
  private final Map<Path, Path> hidden = new LinkedHashMap<>();

  /** Writes one file under its hidden name; the folders on its way are made. */
  public void add(Path file, Data content, DatasetWriter writer) throws IOException {
    refuseTaken(file);
    Path folder = Beside.folder(file);
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("." + UUID.randomUUID() + ".unfinished");
    hidden.put(file, unfinished);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(unfinished, CREATE_NEW))) {
      writer.write(content, out);
    }
  }

  private static void refuseTaken(Path file) {
    if (Files.exists(file)) {
      throw taken(file);
    }
  }

  private static ExistsException taken(Path file) {
    return new ExistsException(
        "File '" + file + "' is there already; it is not replaced.",
        "Move it away, or save into another folder, for example a revision '#2020-01-01#'.");
  }

  /** Gives all files their names. */
  public List<Path> finish() throws IOException {
    List<Path> named = new ArrayList<>();
    for (Map.Entry<Path, Path> each : hidden.entrySet()) {
      try {
        Files.move(each.getValue(), each.getKey());
        named.add(each.getKey());
      } catch (FileAlreadyExistsException e) {
        remove(named);
        throw taken(each.getKey());
      } catch (IOException e) {
        remove(named);
        throw e;
      }
    }
    return named;
  }

  /** Removes what did not get its name. */
  public void sweep() throws IOException {
    remove(hidden.values());
  }

  private static void remove(Collection<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
