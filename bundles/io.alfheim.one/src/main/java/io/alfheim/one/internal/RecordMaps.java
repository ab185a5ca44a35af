/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.Document;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sessions and datasets as records: the values of a row of ONE's tables by the names of its columns. */
public final class RecordMaps {
  private static final int DAY_LENGTH = 10;

  private RecordMaps() {}

  /** The record of a session. */
  public static Document of(SessionEntry session) {
    Map<String, Object> fields = new LinkedHashMap<>();
    SessionKey key = session.key();
    fields.put("id", session.id().toString());
    fields.put("lab", key.lab());
    fields.put("subject", key.subject());
    fields.put("date", key.date().toString());
    fields.put("number", key.number());
    fields.put("task_protocol", session.protocol());
    fields.put("projects", String.join(",", session.projects()));
    return Document.of(fields);
  }

  /** The record of a dataset; what is not known is not in it. */
  public static Document of(UUID namespace, SessionEntry session, DatasetEntry dataset) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("eid", session.id().toString());
    fields.put("id", id(namespace, session, dataset).toString());
    fields.put("rel_path", dataset.path());
    if (dataset.size() >= 0) {
      fields.put("file_size", dataset.size());
    }
    fields.put("hash", dataset.hash());
    fields.put("exists", dataset.present());
    fields.put("qc", dataset.qc().name());
    Boolean chosen = dataset.defaultRevision();
    if (chosen != null) {
      fields.put("default_revision", chosen);
    }
    return Document.of(fields);
  }

  /** The values of a record by name, but for those that are null. */
  public static Map<String, ?> fields(Document record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : record.keys()) {
      Object value = record.get(name).value();
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  /** The id of a dataset. */
  public static UUID id(UUID namespace, SessionEntry session, DatasetEntry dataset) {
    return dataset
        .id()
        .orElseGet(
            () -> AlfIds.datasetId(namespace, session.id(), DatasetPath.parse(dataset.path())));
  }

  /** The session that a record is of, which must say subject, date, number and lab. */
  public static SessionKey key(Map<String, ?> fields) {
    List<String> missing = List.of("subject", "date", "number", "lab").stream()
        .filter(name -> !fields.containsKey(name))
        .toList();
    if (!missing.isEmpty()) {
      throw new CatalogException(
          "A record of a session needs " + String.join(", ", missing) + "; this one has "
              + String.join(", ", fields.keySet()) + ".",
          "A record has the names of the columns of ONE's table of sessions.");
    }
    try {
      String day = text(fields, "date");
      return new SessionKey(
          text(fields, "lab"),
          text(fields, "subject"),
          LocalDate.parse(day.substring(0, Math.min(DAY_LENGTH, day.length()))),
          Integer.parseInt(text(fields, "number")));
    } catch (DateTimeException | NumberFormatException e) {
      throw new CatalogException(
          "The record " + fields + " has no date such as 2020-01-31 or no whole number.",
          "Write date as 2020-01-31 and number as 1.",
          e);
    }
  }

  private static String text(Map<String, ?> fields, String name) {
    return String.valueOf(fields.get(name));
  }
}
