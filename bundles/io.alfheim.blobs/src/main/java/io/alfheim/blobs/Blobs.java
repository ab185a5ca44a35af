/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.catalog.Catalog;
import io.alfheim.store.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sections of stores, and the references to what is in them. A service. Safe for threads.
 *
 * <pre>{@code
 * blobs.define(SectionConfig.of("local", "disk"));
 * blobs.hang(Target.of(session), "mask", blobs.section("local").put(mask));
 * NDArray again = (NDArray) blobs.get(Target.of(session), "mask");
 * }</pre>
 */
public interface Blobs {

  /**
   * Makes a section, or changes it, and writes it down in the home. One that commits refer to keeps its
   * store, location, folder and subfolding.
   *
   * @throws BlobException if another section has the same folder of the same store, its stage is not a
   *     folder, commits refer to what is in its old place or to a section whose file is wrong, or these
   *     are the references of the past; then nothing is written down
   */
  Section define(SectionConfig config);

  /** All sections of the home, by name. */
  List<Section> sections();

  /**
   * The section of a name.
   *
   * @throws BlobException if there is none
   */
  Section section(String name);

  /**
   * Writes down references, as one commit of the record. One that hangs there under the same name is
   * replaced.
   *
   * @param stored by name
   * @throws io.alfheim.catalog.CatalogException if the target is not in the record
   * @throws MissingBlobException if something is not in its section
   */
  List<Reference> hang(Target on, Map<String, Stored> stored);

  /** As {@link #hang(Target, Map)}, with one. */
  default Reference hang(Target on, String name, Stored stored) {
    return hang(on, Map.of(name, stored)).get(0);
  }

  /**
   * What hangs on a target, by name. For a session without what hangs on its datasets. No far store is
   * opened, so other homes that clean up there see this one only when it asks for bytes or hangs them.
   */
  List<Reference> references(Target on);

  /** The reference of a name, if there is one. */
  default Optional<Reference> findReference(Target on, String name) {
    return references(on).stream()
        .filter(reference -> reference.name().equals(name))
        .findFirst();
  }

  /**
   * The reference of a name.
   *
   * @throws BlobException if there is none
   */
  Reference reference(Target on, String name);

  /** Takes references off, as one commit. What they name stays where it is. */
  List<Reference> remove(Target on);

  /** Takes the reference of a name off. */
  Reference remove(Target on, String name);

  /** The value that hangs on a target under a name. */
  default @Nullable Object get(Target on, String name) {
    Stored stored = reference(on, name).stored();
    return section(stored.section()).get(stored);
  }

  /** Brings the attachment that hangs on a target under a name into a folder. */
  default Path fetch(Target on, String name, Path folder) {
    Stored stored = reference(on, name).stored();
    return section(stored.section()).fetch(stored, folder);
  }

  /** What a section holds that a commit that is kept refers to. */
  List<Stored> used(String section, Kept kept);

  /** What a section holds that commits once referred to, but none that is kept does. */
  List<Stored> unused(String section, Kept kept);

  /**
   * Where each thing is that is used, for programs that read the store without this one: in its place,
   * in that of an old layout, or where it waits to be deleted.
   */
  Map<Stored, Location> fetchExternalPaths(String section, Kept kept);

  /** Deletes what is not used. */
  Cleanup cleanup(String section);

  /**
   * The references as they were. What they name is used, whichever commits are kept; what is not used,
   * and what can be deleted, is asked of now.
   */
  Blobs at(Catalog then);
}
