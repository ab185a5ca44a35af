/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.store.StoreEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the bytes that were recorded, and never those of now for those of then: whoever asks for the
 * past wants what was. A file holds only its newest content; stores may have kept what it held before.
 */
final class FormerContent {
  private static final Logger log = LoggerFactory.getLogger(FormerContent.class);
  private static final Set<Change.Kind> BRINGS_CONTENT =
      Set.of(Change.Kind.ADDED, Change.Kind.CONTENT);

  private final RecordedDataset dataset;
  private final DatasetEntry wanted;
  private final HomeCatalog catalog;

  FormerContent(RecordedDataset dataset) {
    this.dataset = dataset;
    this.wanted = dataset.entry();
    this.catalog = dataset.session().catalog();
  }

  /** The bytes, wherever they still are. */
  Nearest.Found find() {
    Optional<DatasetEntry> newer = replacement();
    Nearest nearest = catalog.loading().nearest(dataset, this::isIntact);
    try {
      Optional<Nearest.Found> found = newer.isPresent() ? kept(nearest) : nearest.find();
      if (found.isEmpty()) {
        found = newer.isPresent() ? elsewhere(nearest) : kept(nearest);
      }
      if (found.isEmpty() && !catalog.backends().isPast()) {
        found = nearest.odd();
      }
      if (found.isPresent()) {
        return found.get();
      }
    } catch (IOException e) {
      throw Failure.of("Dataset '" + dataset + "' cannot be reached", e);
    }
    nearest.requireAnswers();
    throw newer.isPresent() ? replaced(newer.get()) : gone(nearest.odd().isPresent());
  }

  private Optional<Nearest.Found> kept(Nearest nearest) throws IOException {
    return catalog
        .keptContent()
        .find(wanted.hash(), nearest::passBy)
        .map(source -> new Nearest.Found(source, false));
  }

  /** What was replaced in one store may be in another as it was; far ones are read to know it. */
  private Optional<Nearest.Found> elsewhere(Nearest nearest) throws IOException {
    return FarFiles.md5(dataset).isEmpty()
        ? Optional.empty()
        : nearest.find(this::isIntact).map(found -> new Nearest.Found(found.source(), false));
  }

  private boolean isIntact(ContentSource copy, StoreEntry file) throws IOException {
    if (FarFiles.md5(dataset).isEmpty()) {
      return true;
    } else if (catalog.backends().isPast()) {
      return isAsRecorded(copy, file);
    }
    boolean isIntact = !isLookedAt() || isAsRecorded(copy, file);
    if (!isIntact) {
      log.warn("dataset={} is not as it was recorded in '{}'", dataset, copy);
    }
    return isIntact;
  }

  private boolean isAsRecorded(ContentSource copy, StoreEntry file) throws IOException {
    return wanted.hash().equals(new NearHash(dataset).of(copy, file));
  }

  /**
   * Of several copies one that was damaged or overwritten is passed by, where a look is cheap. The only
   * one is believed: it may have been overwritten since, which nobody has looked for.
   */
  private boolean isLookedAt() throws IOException {
    return dataset.locations().size() > 1 && catalog.loading().far().isWhole(dataset);
  }

  /** What the record knows now under the same name, if that is other content. */
  private Optional<DatasetEntry> replacement() {
    if (!catalog.backends().isPast()) {
      return Optional.empty();
    }
    SessionRecord record = catalog.backends().living();
    try {
      return record
          .at(record.head())
          .find(dataset.session().key())
          .flatMap(entry -> entry.datasets().stream()
              .filter(d -> d.path().equals(wanted.path()))
              .findFirst())
          .filter(now -> differs(wanted, now));
    } catch (IOException e) {
      throw Failure.of("The record of session '" + dataset.session().key() + "' cannot be read", e);
    }
  }

  /** Whether it is other content, as far as that is known of both. */
  static boolean differs(DatasetEntry then, DatasetEntry now) {
    boolean otherSize = then.size() != DatasetEntry.UNKNOWN_SIZE && then.size() != now.size();
    boolean otherHash =
        !then.hash().isEmpty() && !now.hash().isEmpty() && !then.hash().equals(now.hash());
    return otherSize || otherHash;
  }

  private NoSuchDatasetException replaced(DatasetEntry now) {
    return new NoSuchDatasetException(
        words() + " had " + words(wanted) + recorded() + "; it was replaced since by " + words(now)
            + ", and no store has the former content.",
        "See when: catalog.session(\"" + dataset.session().key() + "\").dataset(\""
            + wanted.path() + "\").log(). A store with the line 'keep = true' keeps what is"
            + " registered.");
  }

  private NoSuchDatasetException gone(boolean isOverwritten) {
    if (dataset.locations().isEmpty()) {
      return new NoSuchDatasetException(
          words() + " is recorded with " + words(wanted) + recorded() + ", but no store has it.",
          "Scan a folder that has it: catalog.scan(Path.of(\"…\")).");
    }
    return new NoSuchDatasetException(
        words() + " had " + words(wanted) + recorded() + ", in " + dataset.locations()
            + (isOverwritten
                ? ", but the file there has other content now, and no store has that one."
                : ", but is no longer there, and no store has that content."),
        "Bring the file back, or scan its folder again: catalog.scan(Path.of(\"…\")).");
  }

  private String words() {
    return "Dataset '" + dataset + "' of session '" + dataset.session().key() + "'";
  }

  /** When its content came into the record. */
  private String recorded() {
    List<Commit> log = dataset.log();
    return log.stream()
        .filter(commit -> commit.changes().list().stream()
            .anyMatch(change -> BRINGS_CONTENT.contains(change.kind())))
        .findFirst()
        .map(commit -> ", recorded " + commit.time() + " at commit " + commit.id())
        .orElse("");
  }

  private static String words(DatasetEntry entry) {
    String size =
        entry.size() == DatasetEntry.UNKNOWN_SIZE ? "an unknown size" : entry.size() + " bytes";
    return size + (entry.hash().isEmpty() ? "" : " of MD5 " + entry.hash());
  }
}
