/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import io.alfheim.store.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One file of a session, as of one commit of the record. Immutable. */
public interface Dataset {

  /** The session it belongs to. */
  Session session();

  /** Collection, revision and file name. */
  DatasetPath path();

  /** The dataset id. */
  UUID id();

  /** Bytes, if known. */
  OptionalLong size();

  /** MD5 of the content in lower-case hexadecimal, if it was computed. */
  Optional<String> hash();

  /** The verdict of quality control. */
  Qc qc();

  /** The commits that changed it, the newest first; under the names, too, that it had before. */
  List<Commit> log();

  /** Whether it is the default among the revisions of its file; empty if nobody said. */
  Optional<Boolean> isDefault();

  /** Where it is, in any order; {@link #load} takes the nearest. Empty if no store has it. */
  List<Location> locations();

  /**
   * Its bytes.
   *
   * @throws CatalogException if no store has it, or the store cannot be opened
   */
  ByteSource source();

  /** The local file, if it is on this machine. */
  Optional<Path> file();

  /**
   * Reads it with the format installed for its extension. Where there is none, gives a {@link
   * FileData} that knows only the file. Where it was moved since it was asked for, it is read from where
   * it is now.
   *
   * @throws CatalogException if the bytes cannot be read or are not what the extension promises
   */
  Data load();

  /**
   * Reads a part of the rows of its array, as {@link NDArray#rows} counts them. Of a large file of a
   * format that allows it, npy for one, no more is read, wherever the file is.
   *
   * @throws CatalogException as {@link #load} does
   */
  default NDArray rows(long from, long to) {
    return load().array().rows(from, to);
  }

  /**
   * Records a verdict, as a commit.
   *
   * @param why for the history of the record
   * @return this dataset as of the new commit
   */
  Dataset setQc(Qc verdict, String why);

  /**
   * Records that this revision of its file is the one meant where none is asked for, as a commit.
   *
   * @param why for the history of the record
   * @return this dataset as of the new commit
   */
  Dataset makeDefault(String why);
}
