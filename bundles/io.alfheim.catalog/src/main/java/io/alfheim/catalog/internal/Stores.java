/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.store.Secret;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.WritableStore;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The stores of a home: configured in files, opened when first needed. */
final class Stores implements Closeable {
  private static final String FILE = "file";
  /** An option that is not for the provider: whether the content of what is registered is kept. */
  static final String KEEP = "keep";

  private final StoreFile files;
  private final Whiteboard<StoreProvider> providers;
  private final List<ConfiguredStore> configured = new CopyOnWriteArrayList<>();
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  /** One for each name, so that nobody waits for a store that he did not ask for. */
  private final Map<String, Object> doors = new ConcurrentHashMap<>();

  Stores(StoreFile files, Whiteboard<StoreProvider> providers) {
    this.files = files;
    this.providers = providers;
  }

  /** A store and what it was opened by and for; when one of these changes, another is opened. */
  private record Open(Store store, StoreProvider provider, StoreConfig config) {}

  /** The stores that are configured without a file. */
  List<ConfiguredStore> configured() {
    return configured;
  }

  /**
   * A local folder, as a place in a store.
   *
   * @param above the names of the folders above the root of the store
   */
  record Place(Store store, StorePath folder, List<String> above) {
    Place in(StorePath other) {
      return new Place(store, other, above);
    }
  }

  Store get(String name) throws IOException {
    return open(config(name));
  }

  StoreConfig config(String name) throws IOException {
    Map<String, StoreLines> all = lines();
    StoreLines lines = all.get(name);
    if (lines == null) {
      throw new UnknownStoreException(
          "No store '" + name + "' is configured here. Known: " + all.keySet() + ".",
          nearest(name, all) + "Add it, or scan its folder: stores.add(\"" + name
              + "\", \"s3://…\"), catalog.scan(Path.of(\"…\")).");
    }
    return lines.config();
  }

  private static String nearest(String name, Map<String, StoreLines> all) {
    return all.isEmpty()
        ? ""
        : "Nearest is '" + io.alfheim.alf.Nearest.to(name, all.keySet()) + "'. ";
  }

  /** Whether a store is on this machine. */
  boolean isNear(String name) throws IOException {
    Open present = open.get(name);
    String scheme =
        present == null ? config(name).uri().getScheme() : present.config.uri().getScheme();
    return scheme.equals(FILE) || scheme.equals("zip");
  }

  /** What is written about all stores; a file of this home is believed first. */
  private Map<String, StoreLines> lines() throws IOException {
    Map<String, StoreLines> all = new TreeMap<>();
    configured.forEach(store -> all.put(store.name(), store.lines()));
    all.putAll(files.read());
    return all;
  }

  /** The stores that are configured well, and what is wrong with the others. */
  private record Known(Map<String, StoreConfig> stores, List<IOException> wrong) {
    /** What is found in none of the good ones may be in one of the others. */
    void refuseWrong() throws IOException {
      if (!wrong.isEmpty()) {
        throw wrong.get(0);
      }
    }
  }

  private Known known() throws IOException {
    Known known = new Known(new TreeMap<>(), new ArrayList<>());
    for (StoreLines one : lines().values()) {
      try {
        known.stores.put(one.name(), one.config());
      } catch (IOException e) {
        known.wrong.add(e);
      }
    }
    return known;
  }

  private Store open(StoreConfig config) throws IOException {
    StoreProvider provider = provider(config);
    synchronized (doors.computeIfAbsent(config.name(), name -> new Object())) {
      Open present = open.get(config.name());
      if (present != null && present.provider == provider && present.config.equals(config)) {
        return present.store;
      }
      Store store = open(provider, config);
      open.put(config.name(), new Open(store, provider, config));
      if (present != null) {
        present.store.close();
      }
      return store;
    }
  }

  /** What somebody typed may be why it does not open; it is asked for again the next time. */
  private static Store open(StoreProvider provider, StoreConfig config) throws IOException {
    try {
      return provider.open(withoutOurs(config));
    } catch (IOException e) {
      config.options().values().forEach(text -> Secret.find(text).ifPresent(Secret::forget));
      throw e;
    }
  }

  private StoreProvider provider(StoreConfig config) {
    String scheme = config.uri().getScheme();
    return providers
        .find(scheme)
        .orElseThrow(() -> new UnknownStoreException(
            "Nothing installed opens '" + scheme + ":', the root of store '" + config.name()
                + "'. Installed: " + String.join(", ", providers.keys()) + ".",
            "Drop a bundle that provides '" + scheme + "' into the plugins folder of the home."));
  }

  /** Opens a store of a new name and, if that works, writes it down. */
  synchronized void add(StoreConfig config) throws IOException {
    StoreLines old = lines().get(config.name());
    if (old != null) {
      throw new ExistsException(
          "There is a store '" + config.name() + "' already, in " + old.source() + ".",
          "Take another name, or first: stores.remove(\"" + config.name() + "\").");
    }
    open(config);
    files.write(config);
  }

  /** Forgets a store, and closes it. */
  synchronized void remove(String name) throws IOException {
    StoreLines lines = lines().get(name);
    if (lines == null) {
      config(name);
    } else if (!files.delete(name)) {
      throw new IOException("It is in " + lines.source() + ", not in a file of this home.");
    }
    Open present = open.remove(name);
    if (present != null) {
      present.store.close();
    }
  }

  private static StoreConfig withoutOurs(StoreConfig config) {
    Map<String, String> options = new HashMap<>(config.options());
    options.remove(KEEP);
    return new StoreConfig(config.name(), config.uri(), options);
  }

  /** The stores that are asked to keep the content of what is registered. */
  synchronized List<String> keepers() throws IOException {
    return lines().values().stream()
        .filter(
            store -> Boolean.parseBoolean(store.lines().getOrDefault(KEEP, "").strip()))
        .map(StoreLines::name)
        .toList();
  }

  boolean keeps(String name) throws IOException {
    return keepers().contains(name);
  }

  /** The place of a local folder, in a store that holds it or in a new one of which it is the root. */
  synchronized Place place(Path folder, NewStoreName name) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CatalogException(
          "There is no folder '" + folder + "'; nearest is '" + existing(folder) + "'.",
          "Check the spelling: catalog.scan(Path.of(\"/…\")).");
    }
    Path real = folder.toRealPath();
    Known known = known();
    Optional<Place> there = holding(real, known.stores);
    if (there.isPresent()) {
      return there.get();
    }
    known.refuseWrong();
    StoreConfig config = new StoreConfig(name.of(real, known.stores.keySet()), uri(real), Map.of());
    files.write(config);
    return new Place(open(config), StorePath.ROOT, names(real));
  }

  private Optional<Place> holding(Path real, Map<String, StoreConfig> known) throws IOException {
    for (StoreConfig config : known.values()) {
      Optional<Path> root = localRoot(config).filter(real::startsWith);
      if (root.isPresent()) {
        String below = root.get().relativize(real).toString();
        return Optional.of(new Place(open(config), StorePath.of(below), names(root.get())));
      }
    }
    return Optional.empty();
  }

  /** The place of a local folder, in a store that holds it. */
  synchronized Place find(Path real) throws IOException {
    Known known = known();
    Optional<Place> there = holding(real, known.stores);
    if (there.isEmpty()) {
      known.refuseWrong();
    }
    return there.orElseThrow(() -> new UnknownStoreException(
        "Folder '" + real + "' is in none of the stores of this home: " + known.stores.keySet()
            + ".",
        "Scan it first: catalog.scan(Path.of(\"…\"))."));
  }

  /** The root of a store that can be written. */
  synchronized Place writable(String name) throws IOException {
    Place place = root(name);
    if (!(place.store() instanceof WritableStore)) {
      throw new UnknownStoreException(
          "Store '" + name + "' at '" + place.store().root() + "' can only be read.",
          "Name another store, or take 'readOnly' out of its file in the folder 'etc' of the"
              + " home.");
    }
    return place;
  }

  /** The root of a store, near or far. */
  Place root(String name) throws IOException {
    Store store = get(name);
    return new Place(store, StorePath.ROOT, above(config(name).uri()));
  }

  private static List<String> above(URI root) {
    String path = root.getPath();
    return path == null
        ? List.of()
        : Stream.of(path.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  /** A folder as a store of its own, which the home does not come to know. */
  Store folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CatalogException(
          "There is no folder '" + folder + "'; nearest is '" + existing(folder) + "'.",
          "Check the spelling.");
    }
    StoreProvider provider = providers
        .find(FILE)
        .orElseThrow(() -> new UnknownStoreException(
            "Nothing installed opens local folders.", "Install the bundle of local stores."));
    return provider.open(new StoreConfig("folder", uri(folder.toRealPath()), Map.of()));
  }

  private static Path existing(Path folder) {
    Path up = folder.toAbsolutePath();
    while (!Files.isDirectory(up) && up.getParent() != null) {
      up = up.getParent();
    }
    return up;
  }

  static URI uri(Path folder) {
    return URI.create("file://" + folder.toUri().getRawPath());
  }

  private static Optional<Path> localRoot(StoreConfig config) {
    return config.uri().getScheme().equals(FILE)
        ? Optional.of(Path.of(config.uri()))
        : Optional.empty();
  }

  private static List<String> names(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
  }

  /** Name and root of every store. */
  List<StoreInfo> list() throws IOException {
    List<StoreInfo> all = new ArrayList<>();
    for (StoreLines one : lines().values()) {
      try {
        all.add(info(one.config()));
      } catch (IOException e) {
        all.add(new StoreInfo(one.name(), "? " + e.getMessage()));
      }
    }
    return all;
  }

  StoreInfo info(StoreConfig config) {
    return new StoreInfo(
        config.name(), localRoot(config).map(Path::toString).orElse(config.root()));
  }

  @Override
  public synchronized void close() throws IOException {
    for (Open one : open.values()) {
      one.store.close();
    }
    open.clear();
  }
}
