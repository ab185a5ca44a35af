/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Session;
import io.alfheim.one.internal.Patterns;
import java.util.Optional;

/**
 * What all questions of one {@link One} have in common.
 *
 * @param catalog that is asked
 * @param patterns how texts are read
 * @param lastBefore the revision that loads take where none is asked for; nothing for the default one
 * @param loaded is told what was loaded
 * @param checkHash whether bytes are compared with the hash that is recorded
 */
record View(
    Catalog catalog,
    Patterns patterns,
    Optional<String> lastBefore,
    LoadedIds loaded,
    boolean checkHash) {

  Session session(String eid) {
    return catalog.session(eid);
  }

  View with(Patterns newPatterns) {
    return new View(catalog, newPatterns, lastBefore, loaded, checkHash);
  }

  View with(Optional<String> newLastBefore) {
    return new View(catalog, patterns, newLastBefore, loaded, checkHash);
  }

  View with(LoadedIds newLoaded) {
    return new View(catalog, patterns, lastBefore, newLoaded, checkHash);
  }

  View with(Catalog newCatalog) {
    return new View(newCatalog, patterns, lastBefore, loaded, checkHash);
  }

  View withCheck(boolean newCheckHash) {
    return new View(catalog, patterns, lastBefore, loaded, newCheckHash);
  }
}
