/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.SessionFolder;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records a new session beside the others of its subject, under the next free number of its day. */
final class SessionMaking {
  private static final int MOST = 999;

  private final HomeCatalog catalog;
  private final NewSession wanted;
  private final List<Session> others;
  private final String lab;

  SessionMaking(HomeCatalog catalog, NewSession wanted) {
    // Refuses a subject or lab that no folder could have.
    SessionKey key = new SessionKey(wanted.lab(), wanted.subject(), wanted.date(), 0);
    this.catalog = catalog;
    this.wanted = wanted;
    List<Session> sameSubject = catalog.search().subject(key.subject()).list();
    this.lab = wanted.lab().isEmpty() ? lab(sameSubject) : wanted.lab();
    this.others =
        sameSubject.stream().filter(session -> session.lab().equals(lab)).toList();
  }

  private static String lab(List<Session> sameSubject) {
    List<String> labs =
        sameSubject.stream().map(Session::lab).distinct().sorted().toList();
    if (labs.size() > 1) {
      throw new AmbiguousException(
          "Subject '" + sameSubject.get(0).subject() + "' has sessions in several labs: "
              + String.join(", ", labs) + ".",
          "Name one: newSession(NewSession.of(…).lab(\"" + labs.get(labs.size() - 1) + "\")).",
          labs);
    }
    return labs.isEmpty() ? "" : labs.get(0);
  }

  Session make() throws IOException {
    Stores.Place place = place();
    UUID[] made = new UUID[1];
    catalog.backends().record().commit("New session of " + wanted.subject(), editor -> {
      SessionEntry session = next(place, editor);
      made[0] = session.id();
      editor.put(session);
    });
    return catalog.session(made[0]);
  }

  /** The folder of the subject, in the store that is named or has its other sessions. */
  private Stores.Place place() throws IOException {
    for (Session session : others) {
      for (Location at : ((RecordedSession) session).entry().locations()) {
        if (wanted.store().isEmpty() || wanted.store().equals(at.store())) {
          return catalog.places().writable(at.store()).in(at.path().parent().parent());
        }
      }
    }
    String folder = lab.isEmpty() ? wanted.subject() : lab + "/Subjects/" + wanted.subject();
    String store = wanted.store().isEmpty() ? onlyStore() : wanted.store();
    return catalog.places().writable(store).in(new StorePath(folder));
  }

  private String onlyStore() {
    List<String> stores =
        catalog.stores().list().stream().map(store -> store.name()).toList();
    if (stores.size() == 1) {
      return stores.get(0);
    }
    throw new AmbiguousException(
        stores.isEmpty()
            ? "There is no store yet that a session of '" + wanted.subject() + "' could be in."
            : "Subject '" + wanted.subject() + "' has no sessions yet; its store could be any of "
                + String.join(", ", stores) + ".",
        stores.isEmpty()
            ? "Scan a folder first, it may be empty: catalog.scan(Path.of(\"…\"))."
            : "Name one: newSession(NewSession.of(…).store(\"" + stores.get(0) + "\")).",
        stores);
  }

  private SessionEntry next(Stores.Place place, Editor editor) throws IOException {
    StorePath day = place.folder().resolve(wanted.date().toString());
    int number = Math.max(lastRecorded(), lastFolder(place, day)) + 1;
    while (number <= MOST && editor.base().find(key(number)).isPresent()) {
      number++;
    }
    if (number > MOST) {
      throw new CatalogException(
          "Subject '" + wanted.subject() + "' has a session " + MOST + " on " + wanted.date()
              + ", and numbers end there.",
          "Take another day.");
    }
    SessionKey key = key(number);
    StorePath folder = day.resolve(key.paddedNumber());
    SessionFolder spelled = folder(place, folder, key);
    UUID id = AlfIds.sessionIdAsSpelled(catalog.namespace(), spelled);
    Location at = new Location(place.store().name(), folder);
    return new SessionEntry(key, id, wanted.protocol(), wanted.projects(), List.of(at), List.of());
  }

  private SessionKey key(int number) {
    return new SessionKey(lab, wanted.subject(), wanted.date(), number);
  }

  private int lastRecorded() {
    return others.stream()
        .filter(session -> session.date().equals(wanted.date()))
        .mapToInt(Session::number)
        .max()
        .orElse(0);
  }

  private static int lastFolder(Stores.Place place, StorePath day) throws IOException {
    try {
      return place.store().list(day).entries().stream()
          .filter(StoreEntry::folder)
          .map(entry -> entry.path().name())
          .filter(SessionFolder::isNumber)
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    } catch (NoSuchFileException none) {
      return 0;
    }
  }

  /** Where the store begins inside a session path, its folders may not spell what is asked for. */
  private static SessionFolder folder(Stores.Place place, StorePath folder, SessionKey key) {
    List<String> names = new ArrayList<>(place.above());
    names.addAll(List.of(folder.value().split("/")));
    return SessionFolder.match(names)
        .filter(spelled -> spelled.key().equals(key))
        .orElseThrow(() -> new CatalogException(
            "Store '" + place.store().name() + "' at '" + place.store().root()
                + "' cannot hold session '" + key + "': its folder would be '" + folder + "'.",
            "Name another store: newSession(NewSession.of(…).store(\"…\"))."));
  }
}
