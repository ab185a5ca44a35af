/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.catalog.CatalogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a folder and is not in its tables. A list to be looked at first.
 *
 * @param files that have the names of datasets and are in no table, sorted
 * @param folders of sessions that are in no table and hold nothing, sorted
 */
public record Leftovers(List<Path> files, List<Path> folders) {

  /** Copies the lists. */
  public Leftovers {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  /**
   * Deletes them. A folder that something was put into meanwhile stays.
   *
   * @return what was deleted
   */
  public List<Path> delete() {
    List<Path> deleted = new ArrayList<>();
    try {
      for (Path file : files) {
        if (Files.deleteIfExists(file)) {
          deleted.add(file);
        }
      }
      for (Path folder : folders.stream().filter(Leftovers::isEmpty).toList()) {
        deleteTree(folder);
        deleted.add(folder);
      }
      return deleted;
    } catch (IOException e) {
      throw new CatalogException(
          "'" + e.getMessage() + "' cannot be deleted, after " + deleted.size() + " others were.",
          "Check the permissions, then look for leftovers again.",
          e);
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.allMatch(Files::isDirectory);
    } catch (IOException | UncheckedIOException gone) {
      return false;
    }
  }

  /** Deletes folders from the innermost; one that holds something refuses to go. */
  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** For people: all of them, and what to do. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    files.forEach(file -> text.append(file).append('\n'));
    folders.forEach(folder -> text.append(folder).append(" (empty)\n"));
    return text.append(files.size() + folders.size())
        .append(" left over; .delete() deletes them.")
        .toString();
  }
}
