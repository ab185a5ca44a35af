/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.stream.Collectors.toSet;

import io.alfheim.alf.AlfFiles;
import io.alfheim.alf.AlfIds;
import io.alfheim.alf.AlfPath;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionFolder;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records files that lie where datasets lie, without moving them. */
final class FileRegistration {
  private final HomeCatalog catalog;
  private final Map<Location, Folder> folders = new LinkedHashMap<>();

  FileRegistration(HomeCatalog catalog) {
    this.catalog = catalog;
  }

  /** A session folder and the files to be recorded of it. */
  private record Folder(SessionFolder session, Location at, List<DatasetEntry> datasets) {}

  List<Dataset> run(Path... files) throws IOException {
    for (Path file : files) {
      add(file);
    }
    Additions additions = new Additions(catalog.backends());
    List<Additions.At> all = new ArrayList<>();
    for (Folder folder : folders.values()) {
      all.add(new Additions.At(additions.known(empty(folder)), folder.at, folder.datasets));
    }
    additions.commit(message(all), all);
    List<Dataset> registered = new ArrayList<>();
    for (Additions.At one : all) {
      // As recorded: in several places, a session has the id that it had in the first of them.
      registered.addAll(catalog.datasets(additions.known(one.session()).id(), one.datasets()));
    }
    return registered;
  }

  private static String message(List<Additions.At> all) {
    int n = all.stream().mapToInt(one -> one.datasets().size()).sum();
    Set<SessionKey> keys = all.stream().map(one -> one.session().key()).collect(toSet());
    String where =
        keys.size() == 1 ? all.get(0).session().key().toString() : keys.size() + " sessions";
    return "Register " + n + (n == 1 ? " dataset" : " datasets") + " in " + where;
  }

  private void add(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      for (Path below : AlfFiles.datasetsBelow(file)) {
        addFile(below);
      }
    } else if (Files.isRegularFile(file)) {
      addFile(file);
    } else {
      throw new CatalogException(
          "There is no file '" + file + "' to be registered.", "Check the spelling.");
    }
  }

  private void addFile(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path real = parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
    AlfPath path = AlfPath.of(real.toString().replace('\\', '/'));
    if (path.findSession().isEmpty()) {
      throw new CatalogException(
          "File '" + file + "' is in no session folder.",
          "Put it below subject/date/number, for example 'KS014/2020-01-02/001/alf'.");
    }
    String below = DatasetPath.parse(path.relativeToSession()).toString();
    Stores.Place place = catalog.places().find(Path.of(path.sessionPath().toString()));
    Location at = new Location(place.store().name(), place.folder());
    Folder folder =
        folders.computeIfAbsent(at, key -> new Folder(path.session(), key, new ArrayList<>()));
    DatasetEntry found = look(place.store(), place.folder(), below);
    catalog.keptContent().keep(place.store(), place.folder(), found);
    folder.datasets.add(found);
  }

  private static DatasetEntry look(Store store, StorePath session, String path) throws IOException {
    StorePath at = session.resolve(path);
    String hash = Md5.of(store.read(at));
    long size = store.read(at).size();
    return DatasetEntry.found(path, size).withContent(size, hash);
  }

  private SessionEntry empty(Folder folder) {
    UUID id = AlfIds.sessionIdAsSpelled(catalog.namespace(), folder.session);
    return new SessionEntry(folder.session.key(), id, "", List.of(), List.of(folder.at), List.of());
  }
}
