/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A release: a name for a commit of the record, that stays what it is.
 *
 * <pre>{@code
 * Tag paper = catalog.release("paper-2024", "All data of the paper");
 * paper.export(Path.of("paper-2024.tsv"));
 * catalog.at("paper-2024").search("dataset:spikes.times");
 * paper.verify(Path.of("/copy/of/the/data"));
 * }</pre>
 */
public interface Tag {

  /** Its name, which {@link Catalog#at} understands. */
  String name();

  /** What it is for. */
  String description();

  /** When it was made. */
  Instant time();

  /** Who made it. */
  String author();

  /** What it stands for. */
  CommitId commit();

  /**
   * What the release is cited by: the hash of everything that the record said. Two records that give
   * the same identifier say the same of the same sessions and datasets, whatever their history.
   */
  String identifier();

  /** A line to be put into a publication. */
  String cite();

  /** The catalog as of then. */
  Catalog catalog();

  /**
   * Writes a manifest: a line for each dataset with its session, path, size and hash, separated by
   * tabs, below a line of these names.
   *
   * @return the file
   * @throws CatalogException if there is such a file already, or it cannot be written
   */
  Path export(Path file);

  /**
   * Reads the datasets of the release in a folder that was copied from somewhere, and compares sizes
   * and hashes.
   */
  CheckReport verify(Path folder);

  /** As {@link #verify(Path)}, in one of the stores of this catalog. */
  CheckReport verify(String store);

  /**
   * Deletes the tag; the commit stays in the record.
   *
   * @param confirmation the name of the tag once more
   * @throws CatalogException if the confirmation is not the name
   */
  void delete(String confirmation);
}
