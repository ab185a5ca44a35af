/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Builds the tree of a YAML document from its events. Going by events keeps depth and size, with all
 * aliases written out, within bounds, and leaves no way to make anything but plain values.
 */
final class YamlTree {
  private static final CoreSchema SCHEMA = new CoreSchema();
  private static final Set<String> PLAIN_TAGS = Set.of(
      Tag.STR.getValue(),
      Tag.INT.getValue(),
      Tag.FLOAT.getValue(),
      Tag.BOOL.getValue(),
      Tag.NULL.getValue(),
      Tag.SEQ.getValue(),
      Tag.MAP.getValue());

  /** As in JSON; the time to read a number grows with the square of its length. */
  private static final int MOST_DIGITS = 1000;

  private final TreeBuilder tree = new TreeBuilder();
  private final Map<Anchor, TreeBuilder.Part> parts = new HashMap<>();
  private final Map<TreeBuilder.Part, String> keys = new HashMap<>();
  private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
  private int documents;
  private int seen;

  @Nullable
  Object read(Reader text) throws IOException {
    LoadSettings settings = LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setSchema(SCHEMA)
        .build();
    try {
      for (Event event : new Parse(settings).parseReader(text)) {
        add(event);
        Interruption.check(seen++);
      }
      return tree.root();
    } catch (MarkedYamlEngineException e) {
      throw new MalformedTextException(line(e.getProblemMark()) + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw e.getCause() instanceof IOException io
          ? io
          : new MalformedTextException(firstLine(e), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String line(Optional<Mark> mark) {
    return mark.map(m -> "line " + (m.getLine() + 1) + ": ").orElse("");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void add(Event event) throws IOException {
    switch (event.getEventId()) {
      case DocumentStart -> {
        if (++documents > 1) {
          throw at(event, "a second document begins");
        }
      }
      case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> {
        TreeBuilder.Part part = tree.end();
        open.pop().ifPresent(anchor -> parts.put(anchor, part));
      }
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      default -> {}
    }
  }

  private void start(CollectionStartEvent event) throws IOException {
    if (tree.expectsKey()) {
      throw at(event, "a key is a map or a list");
    }
    check(event, event.getTag());
    forget(event);
    open.push(event.getAnchor());
    if (event.getEventId() == Event.ID.MappingStart) {
      tree.startMap();
    } else {
      tree.startList();
    }
  }

  private void scalar(ScalarEvent event) throws IOException {
    Optional<String> explicit = event.getTag().filter(tag -> !tag.equals("!"));
    check(event, explicit);
    if (tree.expectsKey()) {
      tree.key(event.getValue());
      return;
    }
    boolean text = event.getTag().isPresent() || !event.getImplicit().canOmitTagInPlainScalar();
    Tag tag = explicit
        .map(Tag::new)
        .orElseGet(
            () -> text ? Tag.STR : SCHEMA.getScalarResolver().resolve(event.getValue(), true));
    TreeBuilder.Part part = tree.add(new TreeBuilder.Part(value(tag, event), 1));
    event.getAnchor().ifPresent(anchor -> parts.put(anchor, part));
  }

  private static @Nullable Object value(Tag tag, ScalarEvent event) throws IOException {
    if (tag.equals(Tag.STR)) {
      return event.getValue();
    }
    checkLength(tag, event);
    ConstructNode made = SCHEMA.getSchemaTagConstructors().get(tag);
    if (made == null) {
      throw at(event, "the tag '" + tag + "' cannot stand before '" + event.getValue() + "'");
    }
    @Nullable Object value;
    try {
      value = made.construct(new ScalarNode(tag, event.getValue(), event.getScalarStyle()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw at(event, "'" + event.getValue() + "' is not a number");
    }
    if (value == null && tag.equals(Tag.BOOL)) {
      throw at(event, "'" + event.getValue() + "' is not a boolean");
    }
    return value;
  }

  private static void checkLength(Tag tag, ScalarEvent event) throws IOException {
    String text = event.getValue();
    int digits = text.length() - (text.startsWith("-") || text.startsWith("+") ? 1 : 0);
    if (tag.equals(Tag.INT) && digits > MOST_DIGITS) {
      throw at(
          event,
          "a whole number has %d digits; %d are the most that are read"
              .formatted(digits, MOST_DIGITS));
    }
  }

  private void alias(AliasEvent event) throws IOException {
    TreeBuilder.Part part = parts.get(event.getAlias());
    if (part == null) {
      throw at(event, "'*" + event.getAlias() + "' stands for nothing complete before it");
    }
    if (!tree.expectsKey()) {
      tree.repeat(part);
      return;
    }
    if (part.value() instanceof Map || part.value() instanceof List) {
      throw at(event, "a key is a map or a list");
    }
    tree.repeatAsKey(part, keys.computeIfAbsent(part, each -> String.valueOf(each.value())));
  }

  /** An anchor given anew no longer means what it did, not even inside what it is given to. */
  private void forget(NodeEvent event) {
    event.getAnchor().ifPresent(parts::remove);
  }

  private static void check(Event event, Optional<String> tag) throws IOException {
    if (tag.isPresent() && !PLAIN_TAGS.contains(tag.get())) {
      throw at(event, "the tag '" + tag.get() + "' does not name a plain value");
    }
  }

  private static IOException at(Event event, String problem) {
    return new MalformedTextException(line(event.getStartMark()) + problem);
  }
}
