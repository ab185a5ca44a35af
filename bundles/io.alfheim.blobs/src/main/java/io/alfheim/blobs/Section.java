/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.store.Location;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a store for what is named by its content. Safe for threads; any number of processes may
 * use the same section.
 *
 * <p>Putting the same thing twice stores it once, and repairs it if it was damaged meanwhile. Nothing
 * is handed out that is not what was put. What was put and is referred to by nobody stays until {@link
 * Cleanup} takes it away.
 */
public interface Section {

  /** What it is. */
  SectionConfig config();

  /**
   * Stores a value.
   *
   * @param value null too; see {@link io.alfheim.blobs.mym.Mym} for what can be packed
   */
  Stored put(@Nullable Object value);

  /**
   * Stores many values, many at once: as {@link #put} of each, in a small part of the time. When one
   * cannot be stored, others may have been; put them all again.
   *
   * @return what became of each, in their order
   */
  List<Stored> putAll(List<? extends @Nullable Object> values);

  /**
   * The value that was put.
   *
   * @throws MissingBlobException if it is not there
   * @throws DamagedBlobException if what is there is not what was put
   */
  @Nullable
  Object get(Stored blob);

  /**
   * The packed bytes of a value as they were put, for what {@link #get} does not read: those of a
   * 32-bit MATLAB are for {@link io.alfheim.blobs.mym.Mym#unpackNarrow}.
   *
   * @throws MissingBlobException if it is not there
   * @throws DamagedBlobException if what is there is not what was put
   */
  byte[] bytes(Stored blob);

  /** As {@link #get} of each, many at once, in their order. */
  List<@Nullable Object> getAll(List<Stored> blobs);

  /** Stores a file with its name. The name counts: the same bytes under two names are two things. */
  Stored attach(Path file);

  /**
   * Brings an attachment into a folder, under its name. A file there that is the same is taken as it
   * is; beside another one it gets a name of its own, {@code stem_0000.ext}.
   *
   * @return the local file
   */
  Path fetch(Stored attachment, Path folder);

  /**
   * Stores a file of the stage under its own path. The path is its identity; a path that has other
   * bytes already is refused.
   */
  Stored place(Path fileOfStage);

  /**
   * Brings a file to its place in the stage. One there that is the same is taken as it is; another one
   * is kept beside it, with a {@code ~} behind its name.
   *
   * @return the local file
   */
  Path fetch(Stored file);

  /** Puts the file of the stage in the place of a damaged one. */
  void repair(Stored file);

  /** Where it lies, or would lie; of what waits to be deleted the place where it was. */
  Location locate(Stored stored);
}
