/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses to give the bytes of now for those of then: whoever asks for the past wants what was
 * recorded, and stores hold only the newest content of a file.
 */
record FormerContent(Backends then) {

  /** Makes sure that the record does not know newer content under the same name. */
  void require(SessionKey session, DatasetEntry wanted) {
    if (!then.isPast()) {
      return;
    }
    SessionRecord record = then.living();
    try {
      Optional<DatasetEntry> now = record
          .at(record.head())
          .find(session)
          .flatMap(entry -> entry.datasets().stream()
              .filter(d -> d.path().equals(wanted.path()))
              .findFirst());
      if (now.isPresent() && differs(wanted, now.get())) {
        throw new NoSuchDatasetException(
            "Dataset '" + wanted.path() + "' of session '" + session + "' had " + words(wanted)
                + " at commit " + then.record().head() + "; it was replaced since by "
                + words(now.get()) + ", and no store has the former content.",
            "See when: catalog.session(\"" + session + "\").dataset(\"" + wanted.path()
                + "\").log().");
      }
    } catch (IOException e) {
      throw Failure.of("The record of session '" + session + "' cannot be read", e);
    }
  }

  private static boolean differs(DatasetEntry then, DatasetEntry now) {
    boolean otherSize = then.size() != DatasetEntry.UNKNOWN_SIZE && then.size() != now.size();
    boolean otherHash =
        !then.hash().isEmpty() && !now.hash().isEmpty() && !then.hash().equals(now.hash());
    return otherSize || otherHash;
  }

  private static String words(DatasetEntry entry) {
    return entry.size() + " bytes" + (entry.hash().isEmpty() ? "" : " of MD5 " + entry.hash());
  }
}
