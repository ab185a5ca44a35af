/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.one.tables.Leftovers;
import io.alfheim.one.tables.OneTables;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares a folder with its tables. When in doubt a file is registered: labs, the spelling of numbers
 * and an id in the name do not count, and what a session registers of which the tables say nothing more
 * is registered in all sessions.
 */
final class LeftoverSearch {
  private final Map<String, String> sessionsById = new HashMap<>();
  private final Set<String> registered = new HashSet<>();
  private final Set<String> anywhere = new HashSet<>();

  LeftoverSearch(OneTables tables) {
    for (TableSession row : tables.sessions()) {
      sessionsById.put(row.id(), name(row.subject(), row.date().toString(), row.number()));
    }
    for (TableDataset row : tables.datasets()) {
      String session = sessionsById.get(row.session());
      if (session == null) {
        anywhere.add(row.path());
      } else {
        registered.add(session + "/" + row.path());
      }
    }
  }

  private boolean isRegistered(String session, DatasetPath path) {
    String withoutId = path.withName(path.name().withoutUuid()).toString();
    return Stream.of(path.toString(), withoutId)
        .anyMatch(each -> anywhere.contains(each) || registered.contains(session + "/" + each));
  }

  private static String name(String subject, String date, int number) {
    return subject + "/" + date + "/" + number;
  }

  Leftovers in(Path folder) throws IOException {
    Set<String> sessions = new HashSet<>(sessionsById.values());
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (SessionTree.Found found : SessionTree.in(folder.toRealPath(), Set.of())) {
      SessionKey key = found.folder().key();
      String session = name(key.subject(), key.date().toString(), key.number());
      for (DatasetPath path : found.datasets().keySet()) {
        if (!isRegistered(session, path)) {
          files.add(found.place().resolve(path.toString()));
        }
      }
      if (found.empty() && !sessions.contains(session)) {
        folders.add(found.place());
      }
    }
    return new Leftovers(files, folders);
  }
}
