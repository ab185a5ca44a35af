/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.alf.Nearest;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Blobs;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Kind;
import io.alfheim.blobs.Reference;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Progress;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The sections of a home, with references in its record. */
@Component(service = Blobs.class)
public final class RecordedBlobs implements Blobs {
  private final Catalog catalog;
  private final SectionFiles files;
  private final ReferenceNotes notes;
  private final HomeMarks marks;
  private final BlobCache cache;
  private final boolean past;
  private final Set<String> read = ConcurrentHashMap.newKeySet();
  private volatile Progress progress = Progress.NONE;

  /** For the home of a catalog. */
  @Activate
  public RecordedBlobs(@org.osgi.service.component.annotations.Reference Catalog catalog) {
    this(catalog, false);
  }

  private RecordedBlobs(Catalog catalog, boolean past) {
    this.catalog = catalog;
    this.past = past;
    this.files = new SectionFiles(catalog.home().resolve("etc"));
    this.notes = new ReferenceNotes(catalog);
    this.marks = new HomeMarks(catalog.home());
    this.cache = new DownloadedBlobs(catalog);
  }

  @org.osgi.service.component.annotations.Reference(
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

  /** Those whose files are right: one that is wrong is of no importance to the others. */
  private Map<String, SectionConfig> configs() {
    try {
      return files.readable();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** All of them, which who deletes something must know. */
  private Map<String, SectionConfig> allConfigs() {
    try {
      return files.read();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private StoreSection open(SectionConfig config) {
    ObjectLayout layout = new ObjectLayout(config);
    return new StoreSection(config, layout, new MarkedStores(catalog, marks, layout), cache);
  }

  @Override
  public Section define(SectionConfig config) {
    requireNow("A section is defined now");
    StoreSection section = open(config);
    section.requireStage();
    Map<String, SectionConfig> known = known(config.name());
    known.values().stream()
        .filter(other -> !other.name().equals(config.name()))
        .filter(other -> other.store().equals(config.store()))
        .filter(other -> overlap(new ObjectLayout(other), section.layout()))
        .findFirst()
        .ifPresent(other -> {
          throw new BlobException(
              "Section '" + config.name() + "' would share the folder of section '" + other.name()
                  + "' in store '" + other.store() + "'.",
              "Give it a folder or a location of its own.");
        });
    Optional<StoreSection> old = Optional.ofNullable(known.get(config.name())).map(this::open);
    old.filter(other -> !section.isAs(other)).ifPresent(this::requireUnreferred);
    Store store = catalog.record().store(config.store());
    try {
      files.write(config);
    } catch (IOException e) {
      throw Failure.of("Section '" + config.name() + "' cannot be written down", e);
    }
    if (old.filter(section::isAs).isEmpty()) {
      marks.begin(store, section.layout());
    }
    return section;
  }

  /** Those whose files are right; one whose file is wrong must be referred to by nothing. */
  private Map<String, SectionConfig> known(String defined) {
    Map<String, SectionConfig> known = new TreeMap<>();
    for (String name : names()) {
      try {
        findConfig(name).ifPresent(config -> known.put(name, config));
      } catch (BlobException wrong) {
        if (!named(name, Kept.EVERYTHING).isEmpty()) {
          throw new BlobException(
              "Section '" + defined + "' cannot be defined: nobody knows where section '" + name
                  + "' is, which commits refer to. " + wrong.getMessage(),
              "Correct that file as it was, then try again.",
              wrong);
        }
      }
    }
    return known;
  }

  private List<String> names() {
    try {
      return files.names();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private RuntimeException unreadable(IOException e) {
    return Failure.of("The sections of home '" + catalog.home() + "' cannot be read", e);
  }

  /** A reference has the name of its section only: it would lead to another place by itself. */
  private void requireUnreferred(StoreSection old) {
    String name = old.config().name();
    int references = named(name, Kept.EVERYTHING).size();
    if (references > 0) {
      throw new BlobException(
          "Section '" + name + "' cannot get another place or subfolding: commits refer to "
              + references + (references == 1 ? " thing" : " things") + " in it, in '"
              + old.layout().folder() + "' of store '" + old.config().store() + "'.",
          "Define the new place under another name and put there what is to come; what is in this"
              + " one stays.");
    }
  }

  private static boolean overlap(ObjectLayout one, ObjectLayout other) {
    String a = one.folder() + "/";
    String b = other.folder() + "/";
    return a.startsWith(b) || b.startsWith(a);
  }

  @Override
  public List<Section> sections() {
    return configs().values().stream().<Section>map(this::open).toList();
  }

  @Override
  public Section section(String name) {
    return store(name);
  }

  private StoreSection store(String name) {
    return open(findConfig(name).orElseThrow(() -> {
      String nearest = Nearest.to(name, List.copyOf(configs().keySet()));
      return new BlobException(
          "No section '" + name + "' is defined in home '" + catalog.home() + "'"
              + (nearest.isEmpty() ? "." : "; nearest is '" + nearest + "'."),
          "Define it: blobs.define(SectionConfig.of(\"" + name + "\", \"STORE\")).");
    }));
  }

  private Optional<SectionConfig> findConfig(String name) {
    try {
      return files.find(name);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<Reference> hang(Target on, Map<String, Stored> stored) {
    List<Reference> references = new ArrayList<>();
    new TreeMap<>(stored).forEach((name, what) -> references.add(reference(on, name, what)));
    if (references.isEmpty()) {
      return references;
    }
    String what = references.size() == 1 ? "'" + references.get(0).name() + "'" : "references";
    catalog.record().change("Hang " + what + " on '" + on + "'", editor -> {
      notes.require(on, editor.base());
      claim(references);
      ReferenceNotes.put(editor, references);
    });
    references.stream()
        .map(Reference::stored)
        .filter(one -> one.kind() == Kind.FILE)
        .forEach(one -> PlacedFiles.in(catalog.home(), one.section()).remove(one.name()));
    return references;
  }

  /** While nobody else commits: what is there now cannot be deleted before the commit. */
  private void claim(List<Reference> references) throws IOException {
    Map<String, List<Stored>> sections = references.stream()
        .map(Reference::stored)
        .collect(Collectors.groupingBy(Stored::section, TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Stored>> section : sections.entrySet()) {
      store(section.getKey()).claim(section.getValue());
    }
  }

  private static Reference reference(Target on, String name, Stored stored) {
    if (name.isBlank()) {
      throw new BlobException("A reference has a name.", "Name it as its column would be named.");
    }
    return new Reference(on, name, stored);
  }

  @Override
  public List<Reference> references(Target on) {
    List<Reference> references = notes.of(on);
    references.forEach(reference -> mark(reference.stored().section()));
    return references;
  }

  /**
   * Who reads a reference may come to need what it names: once, as far as that can be done. A store
   * that is far is not opened for that: there the mark comes with the first question for bytes.
   */
  private void mark(String section) {
    if (!read.add(section)) {
      return;
    }
    try {
      Optional.ofNullable(configs().get(section))
          .filter(this::isNear)
          .ifPresent(config -> open(config).shelf());
    } catch (CatalogException e) {
      // Then nothing is read there from here.
    }
  }

  private boolean isNear(SectionConfig config) {
    return "file".equals(catalog.stores().config(config.store()).uri().getScheme());
  }

  @Override
  public Reference reference(Target on, String name) {
    List<Reference> all = references(on);
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> {
      String nearest = Nearest.to(name, all.stream().map(Reference::name).toList());
      return new BlobException(
          "Nothing hangs on '" + on + "' under the name '" + name + "'"
              + (nearest.isEmpty() ? "." : "; nearest is '" + nearest + "'."),
          "List what does: blobs.references(target).");
    });
  }

  @Override
  public List<Reference> remove(Target on) {
    return notes.remove(on, any -> true);
  }

  @Override
  public Reference remove(Target on, String name) {
    Reference reference = reference(on, name);
    notes.remove(on, one -> one.name().equals(name));
    return reference;
  }

  @Override
  public List<Stored> used(String section, Kept kept) {
    return List.copyOf(present(section, named(section, kept)).keySet());
  }

  @Override
  public Map<Stored, Location> fetchExternalPaths(String section, Kept kept) {
    return present(section, named(section, kept));
  }

  @Override
  public List<Stored> unused(String section, Kept kept) {
    requireNow("What is not used is asked of now");
    Set<Stored> ever = named(section, Kept.EVERYTHING);
    // One object may be named in several ways: what is known of its bytes is part of a Stored.
    Set<String> used = new HashSet<>();
    named(section, kept).forEach(stored -> used.add(identity(stored)));
    ever.removeIf(stored -> used.contains(identity(stored)));
    return List.copyOf(present(section, ever).keySet());
  }

  private static String identity(Stored stored) {
    return switch (stored.kind()) {
      case BLOB -> "blob " + stored.hash();
      case ATTACHMENT -> "attachment " + stored.hash() + " " + stored.name();
      case FILE -> "file " + stored.name();
    };
  }

  private void requireNow(String what) {
    if (past) {
      throw new BlobException(
          what + "; these are the references as of commit " + catalog.commit() + ".",
          "Ask the variable 'blobs', not what blobs.at(…) gave.");
    }
  }

  private Set<Stored> named(String section, Kept kept) {
    Set<Stored> named = new LinkedHashSet<>();
    try {
      ReferenceNotes.StoredVisitor visitor = stored -> {
        if (stored.section().equals(section)) {
          named.add(stored);
        }
      };
      if (past) {
        notes.visitState(visitor);
      } else {
        notes.visit(kept, visitor);
      }
      return named;
    } catch (IOException e) {
      throw Failure.of("The references to section '" + section + "' cannot be read", e);
    }
  }

  /** Those that are somewhere, and where. */
  private Map<Stored, Location> present(String name, Set<Stored> named) {
    StoreSection section = store(name);
    try {
      Map<Stored, Location> present = new LinkedHashMap<>();
      for (Stored stored : named) {
        section.find(stored).ifPresent(at -> present.put(stored, at));
      }
      return present;
    } catch (IOException e) {
      throw Failure.of("Section '" + name + "' cannot be read", e);
    }
  }

  @Override
  public Cleanup cleanup(String name) {
    requireNow("What can be deleted is asked of now");
    StoreSection section = store(name);
    Uses uses = new Uses(notes, allConfigs(), section);
    Path log = catalog.home().resolve("log");
    return new SectionCleanup(section, uses, log, progress, CleanupPlan.DEFAULT);
  }

  @Override
  public Blobs at(Catalog then) {
    return new RecordedBlobs(then, true);
  }
}
