/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.alf.AlfPath;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.data.Document;
import io.alfheim.one.internal.DatasetUrl;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the REST interface of a database sends, as rows of tables. Put them over others with {@link
 * OneTables#merge}.
 */
public final class RestRecords {
  private static final int UUID_LENGTH = 36;
  private static final int DAY_LENGTH = 10;

  private RestRecords() {}

  /**
   * The rows of sessions and of their datasets.
   *
   * @param sessions as the endpoint {@code sessions} sends each with its details
   * @throws CatalogException if one is not of that shape
   */
  public static OneTables sessions(Collection<Document> sessions, LocalDateTime created) {
    List<TableSession> rows = new ArrayList<>();
    List<TableDataset> datasets = new ArrayList<>();
    for (Document session : sessions) {
      TableSession row = session(session);
      rows.add(row);
      for (Document dataset : list(session, "data_dataset_session_related")) {
        datasets.add(dataset(
            dataset, row.id(), text(dataset, "id"), text(dataset, "data_url"), "default_revision"));
      }
    }
    return new OneTables(rows, datasets, TableInfo.of(created));
  }

  private static TableSession session(Document session) {
    String url = text(session, "url");
    return new TableSession(
        url.substring(Math.max(0, url.length() - UUID_LENGTH)),
        optional(session, "lab"),
        text(session, "subject"),
        LocalDate.parse(text(session, "start_time").substring(0, DAY_LENGTH)),
        (int) session.integer("number"),
        optional(session, "task_protocol"),
        list(session, "projects").stream().map(Document::text).collect(Collectors.joining(",")));
  }

  /**
   * The rows of datasets, but for those of which no file can be reached. The session of an aggregate
   * is empty.
   *
   * @param datasets as the endpoint {@code datasets} sends them
   * @throws CatalogException if one is not of that shape
   */
  public static List<TableDataset> datasets(Collection<Document> datasets) {
    List<TableDataset> rows = new ArrayList<>();
    for (Document dataset : datasets) {
      String url = text(dataset, "url");
      String session = optional(dataset, "session");
      reachable(dataset)
          .ifPresent(place -> rows.add(dataset(
              dataset,
              session.substring(Math.max(0, session.length() - UUID_LENGTH)),
              url.substring(Math.max(0, url.length() - UUID_LENGTH)),
              place,
              "default_dataset")));
    }
    return rows;
  }

  /**
   * Where the first file of a dataset that has an address is below a root.
   *
   * @param dataset a record with its {@code file_records}
   * @throws CatalogException if no file of it has an address
   */
  public static Path path(Document dataset, Path root) {
    return list(dataset, "file_records").stream()
        .filter(file -> !optional(file, "data_url").isEmpty())
        .findFirst()
        .map(file -> filePath(file, root))
        .orElseThrow(() -> new CatalogException(
            "No file of the dataset '" + optional(dataset, "name") + "' has an address.",
            "Ask for the path of one: filePath(record, root)."));
  }

  /** As {@link #path(Document, Path)}, of the file in the repository of this name. */
  public static Path path(Document dataset, Path root, String repository) {
    return list(dataset, "file_records").stream()
        .filter(file -> optional(file, "data_repository").equals(repository))
        .findFirst()
        .map(file -> filePath(file, root))
        .orElseThrow(() -> new CatalogException(
            "No file of the dataset '" + optional(dataset, "name") + "' is in the repository '"
                + repository + "'.",
            "Its repositories are "
                + list(dataset, "file_records").stream()
                    .map(file -> optional(file, "data_repository"))
                    .collect(Collectors.joining(", "))
                + "."));
  }

  /**
   * Where a file is below a root: in the folder of its repository, at its path there.
   *
   * @param file as a dataset lists it under {@code file_records}
   */
  public static Path filePath(Document file, Path root) {
    String folder = optional(file, "data_repository_path").replaceAll("^/+", "");
    return root.resolve(folder).resolve(text(file, "relative_path"));
  }

  private static Optional<String> reachable(Document dataset) {
    return list(dataset, "file_records").stream()
        .filter(file -> file.find("exists").map(Document::flag).orElse(false))
        .map(file -> optional(file, "data_url"))
        .filter(url -> !url.isEmpty())
        .findFirst();
  }

  private static TableDataset dataset(
      Document dataset, String session, String id, String url, String isDefault) {
    long size = dataset
        .find("file_size")
        .filter(found -> !found.isNull())
        .map(Document::integer)
        .orElse(TableDataset.UNKNOWN_SIZE);
    String outcome = optional(dataset, "qc");
    String chosen = optional(dataset, isDefault);
    return new TableDataset(
        session,
        id,
        below(url),
        size,
        optional(dataset, "hash"),
        true,
        outcome.isEmpty() ? Qc.NOT_SET : Qc.parse(outcome),
        chosen.isEmpty() ? null : Boolean.valueOf(chosen.equalsIgnoreCase("true")));
  }

  /** The path below the session, or all of it without one, and without the id in the name. */
  private static String below(String url) {
    AlfPath path = AlfPath.of(DatasetUrl.path(url));
    return path.findDatasetPath()
        .map(found -> found.withName(found.name().withoutUuid()))
        .map(DatasetPath::toString)
        .orElseThrow(() -> new CatalogException(
            "'" + url + "' is no address of a dataset.",
            "Leave the dataset out, or correct its file record in the database."));
  }

  private static List<Document> list(Document from, String name) {
    return from.find(name).filter(found -> !found.isNull()).map(Document::list).orElse(List.of());
  }

  private static String optional(Document from, String name) {
    return from.find(name)
        .filter(found -> !found.isNull())
        .map(found -> String.valueOf(found.value()))
        .orElse("");
  }

  private static String text(Document from, String name) {
    String text = optional(from, name);
    if (text.isEmpty()) {
      throw new CatalogException(
          "A record of the database has no '" + name + "', only " + String.join(", ", from.keys())
              + ".",
          "Ask the database for the whole record, by its id.");
    }
    return text;
  }
}
