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
 * Which paths of the store of a section references name, of whatever section and by whatever name of
 * the store.
 *
 * @param notes the references
 * @param sections all there are, by name
 * @param section the one in question
 */
record Uses(ReferenceNotes notes, Map<String, SectionConfig> sections, StoreSection section) {

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
    Map<String, Alias> aliases = new TreeMap<>();
    notes.visit(kept, stored -> {
      Alias alias = aliases.computeIfAbsent(stored.section(), this::alias);
      for (StorePath place : alias.layout().places(stored)) {
        Optional<StorePath> own = alias.own(place);
        if (own.isPresent()) {
          visitor.visit(stored, own.get());
        }
      }
    });
  }

  private Alias alias(String name) {
    SectionConfig config = sections.get(name);
    if (config == null) {
      throw new BlobException(
          "The record refers to section '" + name
              + "', which is not defined here: nobody knows which objects are meant.",
          "Define it as it was, then try again.");
    }
    return Alias.of(config, section, notes.catalog().record()::store);
  }
}
