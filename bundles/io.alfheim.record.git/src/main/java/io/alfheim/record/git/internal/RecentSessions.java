/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sessions that were read last, by the names of their texts: in a history, what a session was
 * before one commit is what it was after another. Few and small ones only.
 */
final class RecentSessions {
  private static final int MOST_DATASETS = 10_000;

  /** A text, and whose session it is: equal texts may lie in several places. */
  private record Name(SessionKey key, ObjectId blob) {}

  private final Map<Name, SessionEntry> sessions = new LinkedHashMap<>(16, 0.75f, true);
  private int datasets;

  SessionEntry read(ObjectReader reader, SessionKey key, ObjectId blob) throws IOException {
    Name name = new Name(key, blob.copy());
    SessionEntry known = find(name);
    if (known != null) {
      return known;
    }
    SessionEntry session = GitSnapshot.read(reader, key, blob);
    keep(name, session);
    return session;
  }

  private synchronized @Nullable SessionEntry find(Name name) {
    return sessions.get(name);
  }

  private synchronized void keep(Name name, SessionEntry session) {
    if (size(session) > MOST_DATASETS || sessions.put(name, session) != null) {
      return;
    }
    datasets += size(session);
    Iterator<SessionEntry> eldest = sessions.values().iterator();
    while (datasets > MOST_DATASETS) {
      datasets -= size(eldest.next());
      eldest.remove();
    }
  }

  private static int size(SessionEntry session) {
    return session.datasets().size() + 1;
  }
}
