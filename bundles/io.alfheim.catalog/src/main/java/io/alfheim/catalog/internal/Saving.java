/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Carries a registration out: the bytes first, a second time where they are kept, then, while nobody
 * else writes the record, the names of the files and the commit that makes them known. When the commit
 * fails, the files are taken back; what is kept has no name that anybody would find.
 */
final class Saving {
  private final Draft draft;
  private final RecordedSession session;
  private final HomeCatalog catalog;

  Saving(Draft draft) {
    this.draft = draft;
    this.session = draft.session();
    this.catalog = session.catalog();
  }

  List<Dataset> run() {
    try {
      Additions additions = new Additions(catalog.backends());
      SessionEntry known = additions.known(session.entry());
      refuseRecorded(known);
      Location at = writable(known);
      WritableStore store = (WritableStore) catalog.places().get(at.store());
      for (NewFile file : draft.files()) {
        catalog.keptContent().keepAhead(store, file.bytes());
      }
      FileSet files = new FileSet(store, at.path(), draft.files());
      List<DatasetEntry> entries = record(known, at, files);
      return catalog.datasets(known.id(), entries);
    } catch (FileAlreadyExistsException e) {
      throw new ExistsException(
          "File '" + e.getFile()
              + "' is there already, and not in the catalog; nothing was written.",
          "Record it as it is, or move it away: catalog.register(Path.of(\"…\")).");
    } catch (IOException e) {
      throw Failure.of("Session '" + session.key() + "' cannot be given " + names(), e);
    }
  }

  private List<DatasetEntry> record(SessionEntry known, Location at, FileSet files)
      throws IOException {
    try (WritersTurn turn = new WritersTurn(catalog.backends().record(), message())) {
      List<DatasetEntry> entries = entries(files.write(turn::take));
      try {
        keep(at, entries);
        turn.commit(Additions.edit(List.of(new Additions.At(known, at, entries, marking()))));
        return entries;
      } catch (IOException | RuntimeException e) {
        files.remove(e);
        throw e;
      }
    }
  }

  /** What could not be kept before. */
  private void keep(Location at, List<DatasetEntry> entries) throws IOException {
    for (DatasetEntry entry : entries) {
      catalog.keptContent().keep(catalog.places().get(at.store()), at.path(), entry);
    }
  }

  private void refuseRecorded(SessionEntry known) {
    for (NewFile file : draft.files()) {
      known.datasets().stream()
          .filter(
              dataset -> dataset.present() && dataset.path().equals(file.path().toString()))
          .findFirst()
          .ifPresent(dataset -> {
            throw Additions.exists(known, dataset);
          });
    }
  }

  /** The first of its places that can be written. */
  private Location writable(SessionEntry known) throws IOException {
    List<String> stores = new ArrayList<>();
    for (Location at : known.locations()) {
      Store store = catalog.places().get(at.store());
      if (store instanceof WritableStore) {
        return at;
      }
      stores.add("'" + at.store() + "' at '" + store.root() + "'");
    }
    throw new CatalogException(
        stores.isEmpty()
            ? "Session '" + session.key() + "' is in no store, so nothing can be written to it."
            : "Session '" + session.key() + "' can only be read; it is in store "
                + String.join(" and ", stores) + ".",
        "Scan a folder that has it and can be written: catalog.scan(Path.of(\"…\")).");
  }

  private List<DatasetEntry> entries(List<HashedStream> written) {
    List<DatasetEntry> entries = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      DatasetPath path = draft.files().get(i).path();
      HashedStream content = written.get(i);
      entries.add(DatasetEntry.found(path.toString(), content.size())
          .withContent(content.size(), content.hash())
          .withQc(draft.verdict()));
    }
    return entries;
  }

  private UnaryOperator<SessionEntry> marking() {
    return draft.revision().isEmpty()
        ? UnaryOperator.identity()
        : session -> DefaultMarks.putOn(session, draft.revision(), draft.files());
  }

  private String message() {
    String verb =
        draft.revision().isEmpty() ? "Register " : "Write revision #" + draft.revision() + "# of ";
    String what = verb + names() + " in " + session.key();
    return draft.words().isBlank() ? what : draft.words() + "\n\n" + what;
  }

  private String names() {
    int n = draft.files().size();
    return n == 1 ? "'" + draft.files().get(0).path() + "'" : n + " datasets";
  }
}
