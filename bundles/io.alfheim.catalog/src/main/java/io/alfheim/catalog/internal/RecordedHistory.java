/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.History;
import io.alfheim.catalog.Session;
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
  public Diff diff(String from, String to) {
    SessionRecord record = catalog.backends().record();
    try {
      Moment moment = new Moment(record);
      return new RecordedDiff(
          record, moment.find(from), moment.find(to), Touching.ANYTHING, change -> true);
    } catch (IOException e) {
      throw Failure.of("'" + from + "' and '" + to + "' cannot be compared", e);
    }
  }
}
