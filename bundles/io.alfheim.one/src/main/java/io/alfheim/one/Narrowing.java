/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.alf.Qc;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What ONE takes as keyword arguments, one word after the other. Every word gives a new question and
 * leaves this one as it is.
 *
 * <p>Texts are shell patterns ({@code alf*}), or regular expressions of {@link One#wildcards(boolean)
 * one without wildcards}; they must match the whole part. Several in one word are alternatives, several
 * words must all hold; the same word said again replaces what it said before. A word that is not said
 * lets everything through; {@code ""} asks for the absence of the part.
 *
 * @param <S> what becomes narrower
 */
public sealed interface Narrowing<S> permits Listing, DatasetLoad, ObjectLoad, CollectionLoad {

  /** The same question with a changed filter; the words below say how. */
  S narrow(UnaryOperator<Filter> change);

  /** In any of these collections; {@code *} goes beyond slashes, {@code ""} is the session folder. */
  default S collection(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.COLLECTION, anyOf));
  }

  /** Of any of these namespaces. */
  default S namespace(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.NAMESPACE, anyOf));
  }

  /** Of any of these objects. */
  default S object(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.OBJECT, anyOf));
  }

  /** Any of these attributes. */
  default S attribute(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.ATTRIBUTE, anyOf));
  }

  /** On any of these clocks. */
  default S timescale(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.TIMESCALE, anyOf));
  }

  /** With any of these extras, all that a name has joined by dots. */
  default S extra(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.EXTRA, anyOf));
  }

  /** In any of these formats. */
  default S extension(String... anyOf) {
    return narrow(filter -> filter.part(AlfPart.EXTENSION, anyOf));
  }

  /**
   * With all of these parts of names, each a text or a list of alternatives, by the words above: {@code
   * Map.of("object", "spikes", "attribute", List.of("times", "depths"))}.
   *
   * @throws io.alfheim.catalog.CatalogException if there is another key
   */
  default S parts(Map<?, ?> byName) {
    return narrow(filter -> filter.parts(byName));
  }

  /** With a QC not worse than this; without this word, any but critical. */
  default S qc(Qc worst) {
    return narrow(filter -> filter.qc(worst));
  }

  /** As {@link #qc(Qc)}, by name or number: {@code "warning"}, {@code "30"}. */
  default S qc(String worst) {
    return qc(Qc.parse(worst));
  }

  /** Without what quality control has never looked at. */
  default S ignoreQcNotSet() {
    return narrow(Filter::checked);
  }
}
