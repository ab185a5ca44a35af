/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which paths of one store references name, of whatever section.
 *
 * @param notes the references
 * @param sections all there are, by name
 * @param store its name
 */
record Uses(ReferenceNotes notes, Map<String, SectionConfig> sections, String store) {

  /** Is shown references. */
  @FunctionalInterface
  interface Visitor {
    void visit(Stored stored, StorePath path) throws IOException;
  }

  /** Writes down all paths that commits refer to. */
  void spool(Kept kept, Spool spool, Spool.Use use) throws IOException {
    visit(kept, (stored, path) -> spool.refer(path, use));
  }

  /** Visits all paths that commits refer to, some more than once. */
  void visit(Kept kept, Visitor visitor) throws IOException {
    Map<String, ObjectLayout> layouts = new TreeMap<>();
    notes.visit(kept, stored -> {
      SectionConfig config = sections.get(stored.section());
      if (config == null) {
        throw new BlobException(
            "The record refers to section '" + stored.section()
                + "', which is not defined here: nobody knows which objects are meant.",
            "Define it as it was, then try again.");
      }
      if (!config.store().equals(store)) {
        return;
      }
      ObjectLayout layout =
          layouts.computeIfAbsent(config.name(), name -> new ObjectLayout(config));
      Optional<StorePath> path = path(layout, stored);
      if (path.isPresent()) {
        visitor.visit(stored, path.get());
      }
      Optional<StorePath> old = layout.findMigrated(stored);
      if (old.isPresent()) {
        visitor.visit(stored, old.get());
      }
    });
  }

  /** A name that leads elsewhere was never that of an object. */
  private static Optional<StorePath> path(ObjectLayout layout, Stored stored) {
    try {
      return Optional.of(layout.path(stored));
    } catch (BlobException hostile) {
      return Optional.empty();
    }
  }
}
