/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** All topics, in order. Kept in {@code topics.txt}, which says how it is read by its looks. */
public final class Topics {
  private final List<Topic> topics;

  private Topics(List<Topic> topics) {
    this.topics = topics;
  }

  /** Reads the topics. */
  public static Topics read() {
    try (InputStream in = Topics.class.getResourceAsStream("topics.txt");
        BufferedReader lines = new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code @ group}, {@code # usage}, {@code > example}; all else is text. */
  static Topics parse(List<String> lines) {
    List<Topic> topics = new ArrayList<>();
    String group = "";
    for (String line : lines) {
      if (line.startsWith("@ ")) {
        group = line.substring(2);
      } else if (line.startsWith("# ")) {
        topics.add(new Topic(group, line.substring(2), new ArrayList<>(), new ArrayList<>()));
      } else if (!line.isBlank()) {
        Topic topic = topics.get(topics.size() - 1);
        boolean example = line.startsWith("> ");
        (example ? topic.examples() : topic.text()).add(example ? line.substring(2) : line);
      }
    }
    return new Topics(List.copyOf(topics));
  }

  /** All of them. */
  public List<Topic> all() {
    return topics;
  }

  /** The topic of a name, with or without what it is asked of, or the first that mentions it. */
  public Optional<Topic> find(String name) {
    return first(topic -> topic.name().equals(name))
        .or(() -> first(topic -> topic.name().endsWith("." + name)))
        .or(() -> first(topic -> topic.mentions(name)));
  }

  private Optional<Topic> first(Predicate<Topic> wanted) {
    return topics.stream().filter(wanted).findFirst();
  }

  /** One page: every topic with its summary, under its group. */
  public String page() {
    int width = topics.stream().mapToInt(topic -> topic.usage().length()).max().orElse(0);
    StringBuilder page = new StringBuilder();
    String group = "";
    for (Topic topic : topics) {
      if (!topic.group().equals(group)) {
        group = topic.group();
        page.append(page.isEmpty() ? "" : "\n").append(group).append('\n');
      }
      String usage = topic.usage() + " ".repeat(width - topic.usage().length());
      page.append("  ").append(usage).append("  ").append(topic.summary()).append('\n');
    }
    return page.append("\nMore, with an example: help(\"load\"). Of any value: help(value).")
        .toString();
  }
}
