/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.Qc;
import java.util.Optional;

/**
 * Where in a session to look: {@code load("spikes.times", in("alf/probe00").revision("2020-01-01"))}.
 * Immutable.
 *
 * @param collection the collection, with {@code *} and {@code ?} as wildcards; {@code ""} for the
 *     session folder itself; nothing for anywhere
 * @param revision take the latest revision not after this label, in plain string order; nothing for
 *     the default revision
 * @param worst the worst QC accepted
 */
public record Scope(Optional<String> collection, Optional<String> revision, Qc worst) {

  /** Anywhere, the default revision, and any QC but critical. */
  public static final Scope ANYWHERE = new Scope(Optional.empty(), Optional.empty(), Qc.FAIL);

  /** In a collection. */
  public static Scope in(String collection) {
    return new Scope(Optional.of(collection), ANYWHERE.revision, ANYWHERE.worst);
  }

  /** As of a revision, given without pound signs. */
  public Scope revision(String label) {
    return new Scope(collection, Optional.of(label), worst);
  }

  /** With a QC not worse than this. */
  public Scope qc(Qc newWorst) {
    return new Scope(collection, revision, newWorst);
  }
}
