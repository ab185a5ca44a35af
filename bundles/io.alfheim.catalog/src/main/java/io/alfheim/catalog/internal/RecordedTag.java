/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Tag;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.TagEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** A tag of the record. */
record RecordedTag(HomeCatalog owner, TagEntry entry) implements Tag {

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public String description() {
    return entry.description();
  }

  @Override
  public Instant time() {
    return entry.time();
  }

  @Override
  public String author() {
    return entry.author();
  }

  @Override
  public CommitId commit() {
    return entry.commit();
  }

  private SessionRecord record() {
    return owner.backends().living();
  }

  @Override
  public String identifier() {
    try {
      return record().history().get(commit()).tree();
    } catch (IOException e) {
      throw Failure.of("Tag '" + name() + "' cannot be read", e);
    }
  }

  @Override
  public String cite() {
    return name() + ", " + time().atOffset(ZoneOffset.UTC).toLocalDate() + ", " + author()
        + ", record " + owner.namespace() + ", content " + identifier() + ".";
  }

  @Override
  public Catalog catalog() {
    return owner.at(commit().value());
  }

  @Override
  public Path export(Path file) {
    try {
      return new Manifest(record().at(commit())).write(file);
    } catch (IOException e) {
      throw Failure.of("Tag '" + name() + "' cannot be exported to '" + file + "'", e);
    }
  }

  @Override
  public CheckReport verify(Path folder) {
    return verify("folder '" + folder + "'", owner.openFolder(folder));
  }

  @Override
  public CheckReport verify(String store) {
    return verify("store '" + store + "'", owner.stores().get(store));
  }

  private CheckReport verify(String what, io.alfheim.store.Store store) {
    try {
      DatasetIds ids = new DatasetIds(record().namespace());
      return new CopyCheck(record().at(commit()), ids, store).run();
    } catch (IOException e) {
      throw Failure.of("The " + what + " cannot be compared with tag '" + name() + "'", e);
    }
  }

  @Override
  public void delete(String confirmation) {
    if (!confirmation.equals(name())) {
      throw new CatalogException(
          "Tag '" + name() + "' is not deleted: '" + confirmation + "' is not its name.",
          "Confirm: catalog.tag(\"" + name() + "\").delete(\"" + name() + "\").");
    }
    try {
      record().history().untag(name());
    } catch (IOException e) {
      throw Failure.of("Tag '" + name() + "' cannot be deleted", e);
    }
  }

  /** A few lines for people. */
  @Override
  public String toString() {
    String words = description().isEmpty() ? "" : "\n  " + description().replace("\n", "\n  ");
    return name() + "  " + commit() + "  " + time() + "  " + author() + words;
  }
}
