/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.UnknownStoreException;
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
import java.util.stream.StreamSupport;

/** The stores of a home: configured in files, opened when first needed. */
final class Stores implements Closeable {
  private static final String FILE = "file";
  /** An option that is not for the provider: whether the content of what is registered is kept. */
  private static final String KEEP = "keep";

  private final StoreFile files;
  private final Whiteboard<StoreProvider> providers;
  private final Map<String, Open> open = new HashMap<>();

  Stores(StoreFile files, Whiteboard<StoreProvider> providers) {
    this.files = files;
    this.providers = providers;
  }

  /** A store and the provider that opened it; when the provider goes, so does the store. */
  private record Open(Store store, StoreProvider provider) {}

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

  synchronized Store get(String name) throws IOException {
    Map<String, StoreConfig> known = files.read();
    StoreConfig config = known.get(name);
    if (config == null) {
      throw new UnknownStoreException(
          "No store '" + name + "' is configured here. Known: " + known.keySet() + ".",
          "Scan its folder: catalog.scan(Path.of(\"…\")).");
    }
    return open(config);
  }

  private Store open(StoreConfig config) throws IOException {
    String scheme = config.uri().getScheme();
    StoreProvider provider = providers
        .find(scheme)
        .orElseThrow(() -> new UnknownStoreException(
            "Nothing installed opens '" + scheme + ":', the root of store '" + config.name()
                + "'. Installed: " + String.join(", ", providers.keys()) + ".",
            "Drop a bundle that provides '" + scheme + "' into the plugins folder of the home."));
    Open present = open.get(config.name());
    if (present != null && present.provider == provider) {
      return present.store;
    }
    Store store = provider.open(withoutOurs(config));
    open.put(config.name(), new Open(store, provider));
    return store;
  }

  private static StoreConfig withoutOurs(StoreConfig config) {
    Map<String, String> options = new HashMap<>(config.options());
    options.remove(KEEP);
    return new StoreConfig(config.name(), config.uri(), options);
  }

  /** The stores that are asked to keep the content of what is registered. */
  synchronized List<String> keepers() throws IOException {
    return files.read().values().stream()
        .filter(config -> Boolean.parseBoolean(config.options().get(KEEP)))
        .map(StoreConfig::name)
        .toList();
  }

  boolean keeps(String name) throws IOException {
    return keepers().contains(name);
  }

  /** The place of a local folder, in a store that holds it or in a new one of which it is the root. */
  synchronized Place place(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CatalogException(
          "There is no folder '" + folder + "'; nearest is '" + existing(folder) + "'.",
          "Check the spelling: catalog.scan(Path.of(\"/…\")).");
    }
    Path real = folder.toRealPath();
    Map<String, StoreConfig> known = files.read();
    Optional<Place> there = holding(real, known);
    if (there.isPresent()) {
      return there.get();
    }
    StoreConfig config = new StoreConfig(freeName(real, known), uri(real), Map.of());
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
    Map<String, StoreConfig> known = files.read();
    return holding(real, known)
        .orElseThrow(() -> new UnknownStoreException(
            "Folder '" + real + "' is in none of the stores of this home: " + known.keySet() + ".",
            "Scan it first: catalog.scan(Path.of(\"…\"))."));
  }

  /** The root of a store that can be written. */
  synchronized Place writable(String name) throws IOException {
    Store store = get(name);
    if (!(store instanceof WritableStore)) {
      throw new UnknownStoreException(
          "Store '" + name + "' at '" + store.root() + "' can only be read.",
          "Name another store, or take 'readonly' out of its file in the folder 'etc' of the"
              + " home.");
    }
    return root(name);
  }

  /** The whole of a store. */
  synchronized Place root(String name) throws IOException {
    Store store = get(name);
    StoreConfig config = files.read().get(name);
    List<String> above = Optional.ofNullable(config)
        .flatMap(Stores::localRoot)
        .map(Stores::names)
        .orElse(List.of());
    return new Place(store, StorePath.ROOT, above);
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

  private static URI uri(Path folder) {
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

  private static String freeName(Path folder, Map<String, StoreConfig> known) {
    Path last = folder.getFileName();
    String base = (last == null ? "root" : last.toString())
        .replaceAll("[^\\p{L}\\p{N}_.-]+", "_")
        .replaceFirst("^\\.+", "");
    String name = base.isEmpty() ? "store" : base;
    for (int i = 2; known.containsKey(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  /** Name and root of every store. */
  List<StoreInfo> list() throws IOException {
    List<StoreInfo> all = new ArrayList<>();
    for (StoreConfig config : files.read().values()) {
      String root = localRoot(config).map(Path::toString).orElse(config.uri().getScheme() + ":…");
      all.add(new StoreInfo(config.name(), root));
    }
    return all;
  }

  @Override
  public synchronized void close() throws IOException {
    for (Open one : open.values()) {
      one.store.close();
    }
    open.clear();
  }
}
