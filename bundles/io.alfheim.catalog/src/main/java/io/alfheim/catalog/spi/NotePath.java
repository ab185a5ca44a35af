/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.util.List;

/**
 * Where a note is in the record.
 *
 * @param topic what it is about; the bundle that keeps notes has one of its own
 * @param names the way from there: folders, then the note
 */
public record NotePath(String topic, List<String> names) {

  /** Checks the topic and copies the list. */
  public NotePath {
    names = List.copyOf(names);
    if (!topic.matches("[a-z]{1,20}") || topic.equals("sessions") || topic.equals("alfheim")) {
      throw new IllegalArgumentException("'" + topic + "' cannot be a topic. Use a word.");
    }
    if (names.isEmpty() || names.contains("")) {
      throw new IllegalArgumentException("A note has a name, and so has each folder above it.");
    }
  }

  @Override
  public String toString() {
    return topic + "/" + String.join("/", names);
  }
}
