/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.Nearest;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.History;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.Tag;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The history of a catalog, read from its record. */
final class RecordedHistory implements History {
  private final HomeCatalog catalog;

  RecordedHistory(HomeCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Commit> log() {
    return CommitLog.of(catalog).touching(Touching.ANYTHING);
  }

  @Override
  public List<Commit> log(String name) {
    SessionNames names = new SessionNames(catalog.search());
    Optional<SessionKey> session =
        names.find(name).map(Session::key).or(() -> SessionKey.find(name));
    List<Commit> commits = CommitLog.of(catalog)
        .touching(session.map(Touching::session).orElse(Touching.subject(name)));
    if (commits.isEmpty()) {
      throw names.missing(name);
    }
    return commits;
  }

  @Override
  public void push(String repository) {
    try {
      catalog.backends().living().sharing().push(repository);
    } catch (IOException e) {
      throw Failure.of("The record cannot be pushed to '" + repository + "'", e);
    }
  }

  @Override
  public FetchReport fetch(String repository) {
    return fetch(repository, Optional.empty());
  }

  @Override
  public FetchReport fetch(String repository, Side right) {
    return fetch(repository, Optional.of(right));
  }

  private FetchReport fetch(String repository, Optional<Side> right) {
    try {
      return new Fetching(catalog.backends(), right).run(repository);
    } catch (IOException e) {
      throw Failure.of("The record of '" + repository + "' cannot be fetched", e);
    }
  }

  @Override
  public List<Tag> tags() {
    try {
      return record().history().tags().stream()
          .<Tag>map(entry -> new RecordedTag(catalog, entry))
          .toList();
    } catch (IOException e) {
      throw Failure.of("The tags of the record cannot be read", e);
    }
  }

  @Override
  public Tag tag(String name) {
    List<Tag> all = tags();
    return all.stream().filter(tag -> tag.name().equals(name)).findFirst().orElseThrow(() -> {
      String nearest = Nearest.to(name, all.stream().map(Tag::name).toList());
      return new CatalogException(
          "No tag '" + name + "' among the " + all.size() + " of the record"
              + (nearest.isEmpty() ? "." : "; nearest is '" + nearest + "'."),
          "List them: catalog.tags().");
    });
  }

  @Override
  public Tag release(String name, String description) {
    SessionRecord record = record();
    if (Moment.isTaken(name)) {
      throw new CatalogException(
          "'" + name + "' cannot be the name of a tag: it reads as a time or a commit.",
          "Add a word to it: 'release-" + name + "'.");
    }
    try {
      CommitId commit = record.head();
      if (commit.isNone()) {
        throw new CatalogException(
            "Nothing is recorded yet that '" + name + "' could be the name of.",
            "Scan a folder first: catalog.scan(Path.of(\"…\")).");
      }
      record.history().tag(name, commit, description);
      return tag(name);
    } catch (IOException e) {
      throw Failure.of("Tag '" + name + "' cannot be made", e);
    }
  }

  private SessionRecord record() {
    return catalog.backends().record();
  }

  @Override
  public Diff diff(String from, String to) {
    SessionRecord record = record();
    try {
      Moment moment = new Moment(record);
      return new RecordedDiff(
          record, moment.find(from), moment.find(to), Touching.ANYTHING, change -> true);
    } catch (IOException e) {
      throw Failure.of("'" + from + "' and '" + to + "' cannot be compared", e);
    }
  }
}
