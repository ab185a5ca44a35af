/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static java.util.stream.Collectors.joining;

import io.alfheim.alf.internal.NameFault;
import io.alfheim.alf.internal.Quoted;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a file name from parts in any spelling.
 *
 * <pre>{@code
 * AlfName.builder("spikes", "times", "ssv").namespace("ibl").timescale("ephys clock", "minutes").build();
 * // _ibl_spikes.times_ephysClock_minutes.ssv
 * }</pre>
 *
 * <p>Object, attribute and timescale are put in {@linkplain AlfWords#camelCase camel case}; a last {@code _times},
 * {@code _timestamps} or {@code _intervals} of the attribute is kept. What is built is read back before it is handed
 * out: a name that would be read as other parts is refused, with one exception that the convention brings along: an
 * attribute ending in {@code _timestamps} reads back as attribute and timescale {@code timestamps}.
 *
 * <p>A builder is immutable: every method answers with a new one.
 */
public final class AlfNameBuilder {
  private static final String TIMESTAMPS = "_timestamps";
  private static final List<String> KEPT = List.of("_times", TIMESTAMPS, "_intervals");

  private final String namespace;
  private final String object;
  private final String attribute;
  private final String timescale;
  private final String extra;
  private final String extension;

  AlfNameBuilder(String object, String attribute, String extension) {
    this(
        "",
        object,
        attribute,
        "",
        "",
        extension.startsWith(".") ? extension.substring(1) : extension);
    if (this.extension.isEmpty()) {
      throw refused("extension", extension, "is empty");
    }
    refuseDot("extension", this.extension);
    refuseDot("object", object);
    refuseDot("attribute", attribute);
    if (object.startsWith("_")) {
      throw refused("object", object, "starts with '_'; give the namespace on its own");
    }
  }

  private AlfNameBuilder(
      String namespace,
      String object,
      String attribute,
      String timescale,
      String extra,
      String extension) {
    this.namespace = namespace;
    this.object = object;
    this.attribute = attribute;
    this.timescale = timescale;
    this.extra = extra;
    this.extension = extension;
  }

  /** Sets the namespace; empty for none. */
  public AlfNameBuilder namespace(String newNamespace) {
    refuseDot("namespace", newNamespace);
    if (newNamespace.indexOf('_') >= 0) {
      throw refused("namespace", newNamespace, "contains '_'");
    }
    return new AlfNameBuilder(newNamespace, object, attribute, timescale, extra, extension);
  }

  /** Sets the timescale from pieces, each put in camel case, joined by underscores; none or one empty for none. */
  public AlfNameBuilder timescale(String... pieces) {
    Stream.of(pieces).forEach(piece -> refuseDot("timescale", piece));
    String joined = Stream.of(pieces).map(AlfWords::camelCase).collect(joining("_"));
    return new AlfNameBuilder(namespace, object, attribute, joined, extra, extension);
  }

  /** Sets the extras, each of which may itself hold dots; empty ones are left out. */
  public AlfNameBuilder extra(String... pieces) {
    String joined = Stream.of(pieces).filter(piece -> !piece.isEmpty()).collect(joining("."));
    return new AlfNameBuilder(namespace, object, attribute, timescale, joined, extension);
  }

  /** The name; the error says which part cannot be written. */
  public AlfName build() {
    String camelObject = AlfWords.camelCase(object);
    String text = (namespace.isEmpty() ? "" : "_" + namespace + "_")
        + camelObject
        + "."
        + camelAttribute()
        + (timescale.isEmpty() ? "" : "_" + timescale)
        + (extra.isEmpty() ? "" : "." + extra)
        + "."
        + extension;
    AlfName name = AlfName.find(text).orElseThrow(() -> unwritable(text));
    boolean same = name.namespace().equals(namespace)
        && name.object().equals(camelObject)
        && readsBack(name)
        && name.extra().equals(extra);
    if (!same) {
      throw new AlfException(
          "Cannot name a file " + Quoted.text(text) + ": it would be read as other parts.",
          AlfName.SHAPE);
    }
    return name;
  }

  private boolean readsBack(AlfName name) {
    String column = camelAttribute();
    if (!column.endsWith(TIMESTAMPS)) {
      return name.attribute().equals(column) && name.timescale().equals(timescale);
    }
    String base = column.substring(0, column.length() - TIMESTAMPS.length());
    String clock = timescale.isEmpty() ? "timestamps" : "timestamps_" + timescale;
    return name.attribute().equals(base) && name.timescale().equals(clock);
  }

  private String camelAttribute() {
    for (String kept : KEPT) {
      if (attribute.endsWith(kept)) {
        return AlfWords.camelCase(attribute.substring(0, attribute.length() - kept.length()))
            + kept;
      }
    }
    return AlfWords.camelCase(attribute);
  }

  private static AlfException unwritable(String text) {
    String why = NameFault.of(text).orElseThrow();
    return new AlfException(
        "Cannot name a file " + Quoted.text(text) + ": it " + why + ".", AlfName.SHAPE);
  }

  private static void refuseDot(String part, String value) {
    if (value.indexOf('.') >= 0) {
      throw refused(part, value, "contains '.'");
    }
  }

  private static AlfException refused(String part, String value, String why) {
    return new AlfException(
        "Cannot name a file: the " + part + " " + Quoted.text(value) + " " + why + ".",
        AlfName.SHAPE);
  }
}
