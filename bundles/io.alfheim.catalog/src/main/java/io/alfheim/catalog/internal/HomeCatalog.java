/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogRecord;
import io.alfheim.catalog.CheckOptions;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Copies;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.History;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.Sizes;
import io.alfheim.catalog.StoreSet;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.SessionRecordProvider;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.WritesFormat;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.Store;
import io.alfheim.store.StoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The catalog of one home. Record and index are opened by the first question, so that starting costs
 * nothing and trouble with them reaches whoever asks.
 */
@Component(service = Catalog.class)
public final class HomeCatalog extends SearchedCatalog {
  private final Home home;
  private final SessionRecordProvider records;
  private final CatalogIndexProvider indexes;
  private final Whiteboard<DatasetReader> readers;
  private final Whiteboard<DatasetWriter> writers;
  private final Whiteboard<StoreProvider> providers;
  private final Stores stores;
  private final Loading loading;
  private final PastCatalogs past;
  private volatile Progress progress = Progress.NONE;
  private @Nullable Backends backends;

  /** For the home that the framework was started for. */
  @Activate
  public HomeCatalog(
      BundleContext context,
      @Reference SessionRecordProvider records,
      @Reference CatalogIndexProvider indexes) {
    this(Home.of(context), records, indexes);
  }

  HomeCatalog(Home home, SessionRecordProvider records, CatalogIndexProvider indexes) {
    this.home = home;
    this.records = records;
    this.indexes = indexes;
    this.readers = new Whiteboard<>(ReadsFormat.EXTENSIONS);
    this.writers = new Whiteboard<>(WritesFormat.EXTENSIONS);
    this.providers = new Whiteboard<>(ProvidesStore.SCHEME);
    this.stores = new Stores(new StoreFile(home.etc()), providers);
    this.loading = new Loading(stores, readers, new FarFiles(home, stores));
    this.past = new PastCatalogs(home, indexes);
  }

  /** The same catalog as of another commit. It owns nothing, and need not be closed. */
  private HomeCatalog(HomeCatalog now, Backends then) {
    this.home = now.home;
    this.records = now.records;
    this.indexes = now.indexes;
    this.readers = now.readers;
    this.writers = now.writers;
    this.providers = now.providers;
    this.stores = now.stores;
    this.loading = now.loading;
    this.past = now.past;
    this.progress = now.progress;
    this.backends = then.showing(() -> progress);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addReader(DatasetReader reader, Map<String, ?> properties) {
    readers.add(reader, properties);
  }

  void removeReader(DatasetReader reader) {
    readers.remove(reader);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addWriter(DatasetWriter writer, Map<String, ?> properties) {
    writers.add(writer, properties);
  }

  void removeWriter(DatasetWriter writer) {
    writers.remove(writer);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addProvider(StoreProvider provider, Map<String, ?> properties) {
    providers.add(provider, properties);
  }

  void removeProvider(StoreProvider provider) {
    providers.remove(provider);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(ConfiguredStore store) {
    stores.configured().add(store);
  }

  void removeStore(ConfiguredStore store) {
    stores.configured().remove(store);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setProgress(Progress shown) {
    progress = shown;
  }

  void unsetProgress(Progress shown) {
    if (progress == shown) {
      progress = Progress.NONE;
    }
  }

  /** Closes what was opened. */
  @Deactivate
  public synchronized void close() throws IOException {
    stores.close();
    past.close();
    if (backends != null) {
      backends.close();
      backends = null;
    }
  }

  synchronized Backends backends() {
    Backends open = backends;
    if (open == null) {
      open = open();
      backends = open;
    }
    return open;
  }

  private Backends open() {
    try {
      home.prepare();
      new Leftovers(home).sweep();
      return OpeningIndex.in(home.index(), indexes)
          .with(records, home.path())
          .showing(() -> progress);
    } catch (IOException e) {
      throw Failure.of("The home '" + home.path() + "' cannot be opened", e);
    }
  }

  Loading loading() {
    return loading;
  }

  KeptContent keptContent() {
    return new KeptContent(stores);
  }

  /** A folder to be read as if it were a store. */
  Store openFolder(Path folder) {
    try {
      return stores.folder(folder);
    } catch (IOException e) {
      throw Failure.of("Folder '" + folder + "' cannot be opened", e);
    }
  }

  /** What files looked like when they were read. */
  Path fingerprints() {
    return home.fingerprints();
  }

  /** Where something new may go; nothing may in the past. */
  Stores places() {
    backends().requireNow();
    return stores;
  }

  DatasetWriter writer(DatasetPath path) {
    return new Writers(writers).get(path);
  }

  /** A session that was just recorded. */
  Session session(UUID id) {
    return search().where(new SessionQuery.HasId(Set.of(id))).first().orElseThrow();
  }

  /** Datasets that were just recorded, in this order. */
  List<Dataset> datasets(UUID session, List<DatasetEntry> entries) {
    Map<String, Dataset> byPath = session(session).datasets().stream()
        .collect(Collectors.toMap(Dataset::toString, dataset -> dataset));
    return entries.stream()
        .map(entry -> Objects.requireNonNull(byPath.get(entry.path())))
        .toList();
  }

  @Override
  public Path home() {
    return home.path();
  }

  @Override
  public UUID namespace() {
    return backends().namespace();
  }

  private CatalogIndex index() {
    try {
      return backends().index();
    } catch (IOException e) {
      throw Failure.of("The index of home '" + home.path() + "' cannot be brought up to date", e);
    }
  }

  @Override
  public CommitId commit() {
    try {
      return index().commit();
    } catch (IOException e) {
      throw Failure.of("The index cannot be read", e);
    }
  }

  @Override
  public Catalog at(String when) {
    try {
      return new HomeCatalog(this, past.at(backends(), when));
    } catch (IOException e) {
      throw Failure.of("The catalog as of '" + when + "' cannot be opened", e);
    }
  }

  @Override
  public History history() {
    return new RecordedHistory(this);
  }

  @Override
  public CheckReport check(CheckOptions options) {
    try {
      return new CatalogCheck(this, stores, options, progress).run();
    } catch (IOException e) {
      throw Failure.of("The catalog cannot be checked", e);
    }
  }

  @Override
  public Size size() {
    try {
      CatalogIndex.Totals totals = index().totals();
      return new Size(totals.sessions(), totals.datasets(), totals.bytes());
    } catch (IOException e) {
      throw Failure.of("The index cannot be read", e);
    }
  }

  @Override
  public Sizes sizes() {
    try {
      SessionRecord record = backends().record();
      return SizeTally.of(record.at(record.head()), progress);
    } catch (IOException e) {
      throw Failure.of("The record cannot be read", e);
    }
  }

  @Override
  public ScanReport scan(Path folder, ScanOptions options) {
    try {
      backends().requireNow();
      NewStoreName name = new NewStoreName(backends().record());
      Stores.Place place = stores.place(folder.toAbsolutePath().normalize(), name);
      return name.told(new Scan(backends(), home, place, options, progress).run());
    } catch (IOException e) {
      throw Failure.of("Folder '" + folder + "' cannot be scanned", e);
    }
  }

  @Override
  public ScanReport scanStore(String store, ScanOptions options) {
    try {
      backends().requireNow();
      return new Scan(backends(), home, stores.root(store), options, progress).run();
    } catch (IOException e) {
      throw Failure.of("Store '" + store + "' cannot be scanned", e);
    }
  }

  @Override
  public List<Dataset> register(Path... files) {
    try {
      return new FileRegistration(this).run(files);
    } catch (IOException e) {
      throw Failure.of("The files " + List.of(files) + " cannot be registered", e);
    }
  }

  @Override
  public Session newSession(NewSession wanted) {
    try {
      return new SessionMaking(this, wanted).make();
    } catch (IOException e) {
      throw Failure.of("A session of '" + wanted.subject() + "' cannot be made", e);
    }
  }

  @Override
  public CatalogRecord record() {
    return new HomeRecord(home, backends(), stores);
  }

  @Override
  public void rebuild() {
    try {
      backends().rebuild();
    } catch (IOException e) {
      throw Failure.of("The index cannot be made anew", e);
    }
  }

  @Override
  public Search search() {
    return new IndexSearch(this, SessionQuery.ALL);
  }

  @Override
  public Copies copies() {
    return new StoredCopies(this, progress);
  }

  @Override
  public StoreSet stores() {
    return new HomeStores(stores);
  }

  @Override
  public String toString() {
    Size size = size();
    return String.join(
        ", ",
        "Catalog of " + home.path() + (backends().isPast() ? " as of " + commit() : "") + ": "
            + Counted.of(size.sessions(), "session"),
        Counted.of(size.datasets(), "dataset"),
        Counted.of(size.bytes(), "byte"));
  }
}
