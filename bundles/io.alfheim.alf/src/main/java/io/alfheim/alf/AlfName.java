/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static java.util.stream.Collectors.joining;

import io.alfheim.alf.internal.NameFault;
import io.alfheim.alf.internal.NameScanner;
import io.alfheim.alf.internal.Quoted;
import io.alfheim.alf.internal.UuidInName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An ALF file name: {@code [_namespace_]object.attribute[_timescale][.extra].extension}.
 *
 * <pre>{@code
 * AlfName name = AlfName.parse("_ibl_trials.goCue_times_bpod.part1.csv");
 * name.object();      // "trials"
 * name.attribute();   // "goCue_times"
 * name.withTimescale("").toString(); // "_ibl_trials.goCue_times.part1.csv"
 * }</pre>
 *
 * <p>A part that is absent is the empty string. The name keeps the text it was parsed from and the parts are views of
 * it, so no spelling is ever lost; two names are equal when their texts are. Matching is case-sensitive. Camel case is
 * a convention of {@link AlfNameBuilder}, never a condition here.
 */
public final class AlfName implements Comparable<AlfName> {
  static final String SHAPE =
      "A name reads [_namespace_]object.attribute[_timescale][.extra].extension, for example 'spikes.times.npy'.";

  private final String text;
  private final int namespaceEnd;
  private final int objectStart;
  private final int objectEnd;
  private final int attributeEnd;
  private final int timescaleEnd;
  private final int extraEnd;

  private AlfName(String text, NameScanner scanned) {
    this.text = text;
    this.namespaceEnd = scanned.namespaceEnd;
    this.objectStart = scanned.objectStart;
    this.objectEnd = scanned.objectEnd;
    this.attributeEnd = scanned.attributeEnd;
    this.timescaleEnd = scanned.timescaleEnd;
    this.extraEnd = scanned.extraEnd;
  }

  /** Reads a bare file name; the error says what is wrong with it. */
  public static AlfName parse(String name) {
    NameScanner scanner = new NameScanner();
    if (scanner.scan(name)) {
      return new AlfName(name, scanner);
    }
    String why = NameFault.of(name).orElseThrow();
    throw new InvalidAlfException(
        name, Quoted.text(name) + " is no ALF file name: it " + why + ".", SHAPE);
  }

  /** Reads a bare file name, empty if it is not legal. */
  public static Optional<AlfName> find(String name) {
    NameScanner scanner = new NameScanner();
    return scanner.scan(name) ? Optional.of(new AlfName(name, scanner)) : Optional.empty();
  }

  /** Whether the whole of {@code name} is a legal file name; a path never is. */
  public static boolean isValid(String name) {
    return new NameScanner().scan(name);
  }

  /**
   * Why {@code name} is not legal, worded to follow it: {@code has 1 dot, needs at least 2:
   * object.attribute.extension}. Empty for a legal name.
   */
  public static Optional<String> whyInvalid(String name) {
    return NameFault.of(name);
  }

  /** A name from parts in any spelling, put in camel case; see {@link AlfNameBuilder}. */
  public static AlfNameBuilder builder(String object, String attribute, String extension) {
    return new AlfNameBuilder(object, attribute, extension);
  }

  /** Who defined this kind of dataset, or empty. */
  public String namespace() {
    return namespaceEnd == 0 ? "" : text.substring(1, namespaceEnd);
  }

  /** What is described. */
  public String object() {
    return text.substring(objectStart, objectEnd);
  }

  /** Which column of the object, with a legacy prefix and a {@code _times} or {@code _intervals} ending if there. */
  public String attribute() {
    return text.substring(objectEnd + 1, attributeEnd);
  }

  /** The clock, or empty for the shared one. */
  public String timescale() {
    return timescaleEnd == attributeEnd ? "" : text.substring(attributeEnd + 1, timescaleEnd);
  }

  /** The extras joined by dots, or empty. */
  public String extra() {
    return extraEnd == timescaleEnd ? "" : text.substring(timescaleEnd + 1, extraEnd);
  }

  /** The extras one by one, none for a name without. */
  public List<String> extraParts() {
    return extraEnd == timescaleEnd ? List.of() : List.of(extra().split("\\.", -1));
  }

  /** What follows the last dot. */
  public String extension() {
    return text.substring(extraEnd + 1);
  }

  /** The part of the file name asked for; the empty string for a part of the folders. */
  public String part(AlfPart part) {
    return switch (part) {
      case NAMESPACE -> namespace();
      case OBJECT -> object();
      case ATTRIBUTE -> attribute();
      case TIMESCALE -> timescale();
      case EXTRA -> extra();
      case EXTENSION -> extension();
      default -> "";
    };
  }

  /** The id among the extras: the last extra, if it is a {@linkplain AlfIds#isUuid plainly spelled} UUID. */
  public Optional<UUID> findUuid() {
    return UuidInName.find(text);
  }

  /** With another namespace; empty removes it. */
  public AlfName withNamespace(String namespace) {
    return edited(
        AlfPart.NAMESPACE, namespace, head(namespace, object()) + text.substring(objectEnd));
  }

  /** With another object. */
  public AlfName withObject(String object) {
    return edited(AlfPart.OBJECT, object, head(namespace(), object) + text.substring(objectEnd));
  }

  /** With another attribute. */
  public AlfName withAttribute(String attribute) {
    return edited(
        AlfPart.ATTRIBUTE,
        attribute,
        text.substring(0, objectEnd + 1) + attribute + text.substring(attributeEnd));
  }

  /** With another timescale; empty removes it. */
  public AlfName withTimescale(String timescale) {
    String inserted = timescale.isEmpty() ? "" : "_" + timescale;
    return edited(
        AlfPart.TIMESCALE,
        timescale,
        text.substring(0, attributeEnd) + inserted + text.substring(timescaleEnd));
  }

  /** With these extras instead, each of which may itself hold dots; none removes them. */
  public AlfName withExtra(String... extras) {
    String extra = Stream.of(extras).filter(piece -> !piece.isEmpty()).collect(joining("."));
    String inserted = extra.isEmpty() ? "" : "." + extra;
    return edited(
        AlfPart.EXTRA,
        extra,
        text.substring(0, timescaleEnd) + inserted + text.substring(extraEnd));
  }

  /** With these extras after the present ones. */
  public AlfName withAddedExtra(String... extras) {
    return withExtra(
        Stream.concat(extraParts().stream(), Stream.of(extras)).toArray(String[]::new));
  }

  /** With another extension; one leading dot is dropped. */
  public AlfName withExtension(String extension) {
    String bare = extension.startsWith(".") ? extension.substring(1) : extension;
    return edited(AlfPart.EXTENSION, bare, text.substring(0, extraEnd + 1) + bare);
  }

  /** With this id, of version 3, 4 or 5, as the last extra; an id already there is replaced. */
  public AlfName withUuid(UUID uuid) {
    return parse(UuidInName.put(text, uuid.toString()));
  }

  /** Without the id among the extras; a name without one stays as it is. */
  public AlfName withoutUuid() {
    return findUuid().isEmpty() ? this : parse(UuidInName.remove(text));
  }

  private static String head(String namespace, String object) {
    return namespace.isEmpty() ? object : "_" + namespace + "_" + object;
  }

  /** Reads the edited text and insists that it says what was asked, and nothing else anew. */
  private AlfName edited(AlfPart edited, String wanted, String newText) {
    AlfName result = find(newText).orElseThrow(() -> unwritable(edited, wanted, newText));
    for (AlfPart part : AlfPart.values()) {
      String expected = part == edited ? wanted : part(part);
      if (!result.part(part).equals(expected)) {
        throw unwritable(edited, wanted, newText);
      }
    }
    return result;
  }

  private AlfException unwritable(AlfPart part, String wanted, String newText) {
    String why = whyInvalid(newText)
        .map(fault -> ": " + Quoted.text(newText) + " " + fault)
        .orElse(": " + Quoted.text(newText) + " would be read otherwise");
    return new AlfException(
        "Cannot give " + Quoted.text(text) + " the " + part.label() + " " + Quoted.text(wanted)
            + why + ".",
        SHAPE);
  }

  @Override
  public int compareTo(AlfName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlfName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The file name. */
  @Override
  public String toString() {
    return text;
  }
}
