/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Sessions to put into records. */
final class Sessions {
  private Sessions() {}

  /** A session in one store, with files of which the size is known. */
  static SessionEntry aSession(String key, String... paths) {
    SessionKey parsed = SessionKey.parse(key);
    List<DatasetEntry> datasets = Stream.of(paths)
        .sorted()
        .map(path -> DatasetEntry.found(path, path.length()))
        .toList();
    List<Location> locations = List.of(new Location("local", StorePath.of(parsed.path())));
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    return new SessionEntry(parsed, id, "", List.of(), locations, datasets);
  }

  /** A session of random names, which does not compress. */
  static SessionEntry aBulkySession(String key, int datasets) {
    String[] paths = Stream.generate(() -> "alf/" + UUID.randomUUID() + ".times.npy")
        .limit(datasets)
        .toArray(String[]::new);
    return aSession(key, paths);
  }
}
