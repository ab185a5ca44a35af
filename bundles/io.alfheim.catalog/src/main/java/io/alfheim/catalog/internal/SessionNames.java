/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.AlfPath;
import io.alfheim.alf.Nearest;
import io.alfheim.alf.SessionFolder;
import io.alfheim.alf.SessionKey;
import io.alfheim.alf.SessionRef;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the one session that a text means: an id, a reference or a path. */
final class SessionNames {
  private static final int SUGGESTIONS = 500;
  private static final String SHAPES =
      "Name a session by its id, as KS014/2020-01-01/001, or as 2020-01-01_1_KS014.";

  private final Search all;

  SessionNames(Search all) {
    this.all = all;
  }

  Optional<Session> find(String name) {
    List<Session> found = search(name).map(Search::list).orElse(List.of());
    if (found.size() > 1) {
      List<String> keys =
          found.stream().map(session -> session.key().toString()).toList();
      throw new AmbiguousException(
          AmbiguousException.Kind.SESSION,
          "'" + name + "' names " + found.size() + " sessions: " + String.join(", ", keys) + ".",
          "Write one of them with its lab, or its id.",
          keys);
    }
    return found.stream().findFirst();
  }

  private Optional<Search> search(String name) {
    if (AlfIds.looksLikeUuid(name, 1, 2, 3, 4, 5)) {
      return Optional.of(all.where(new HasId(Set.of(uuid(name)))));
    }
    return key(name).map(key -> {
      Search search = all.subject(key.subject()).date(key.date(), key.date()).number(key.number());
      return key.lab().isEmpty() ? search : search.lab(key.lab());
    });
  }

  private static UUID uuid(String text) {
    String hex = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }

  private static Optional<SessionKey> key(String name) {
    return SessionRef.find(name)
        .map(SessionRef::key)
        .or(() -> SessionKey.find(name))
        .or(() -> AlfPath.of(name).findSession().map(SessionFolder::key));
  }

  NoSuchSessionException missing(String name) {
    String where = "No session '" + name + "' among the " + all.count() + " of this catalog";
    String nearest = nearest(name);
    return new NoSuchSessionException(
        where + (nearest.isEmpty() ? "." : "; nearest is '" + nearest + "'."),
        key(name).isPresent() ? "List them: search(\"subject:…\")." : SHAPES);
  }

  /** The nearest key; a reference is compared as a key, and a lab only where one was written. */
  private String nearest(String name) {
    Optional<SessionKey> asked = key(name);
    boolean lab = asked.map(SessionKey::lab).filter(text -> !text.isEmpty()).isPresent();
    String known = Nearest.to(asked.map(SessionKey::subject).orElse(name), all.subjects());
    Map<String, SessionKey> keys = new LinkedHashMap<>();
    all.subject(known).list().stream()
        .limit(SUGGESTIONS)
        .map(Session::key)
        .forEach(key -> keys.put((lab ? key : key.withoutLab()).toString(), key));
    String spelled = asked.map(SessionKey::toString).orElse(name);
    return Optional.ofNullable(keys.get(Nearest.to(spelled, keys.keySet())))
        .map(SessionKey::toString)
        .orElse("");
  }
}
