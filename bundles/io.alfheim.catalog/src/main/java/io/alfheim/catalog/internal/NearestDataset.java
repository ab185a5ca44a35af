/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The dataset that a person most likely meant, spelled as the question was: with folders, namespace and
 * extension only if it had them, so that letters are compared with letters that were meant.
 */
final class NearestDataset {
  private final String asked;
  private final String shape;

  private NearestDataset(String asked) {
    this.asked = asked;
    this.shape = asked.endsWith(".*") ? asked.substring(0, asked.length() - 2) : asked;
  }

  /**
   * The nearest of these; its whole path if the question spelled it right and something else stands in
   * the way.
   */
  static String to(String asked, Collection<DatasetPath> known) {
    return new NearestDataset(asked).among(known);
  }

  private String among(Collection<DatasetPath> known) {
    Map<String, String> pathOf = new LinkedHashMap<>();
    known.forEach(path -> pathOf.putIfAbsent(spelled(path), path.toString()));
    String nearest = Nearest.to(shape, pathOf.keySet());
    boolean right = nearest.equals(shape) || nearest.equals(asked);
    return right ? pathOf.getOrDefault(nearest, nearest) : nearest;
  }

  private String spelled(DatasetPath path) {
    String name = named(path.name());
    if (!asked.contains("/") || path.folder().isEmpty()) {
      return name;
    }
    String folder = asked.contains("#") ? path.folder() : path.collection();
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private String named(AlfName name) {
    String bare = shape.substring(shape.lastIndexOf('/') + 1);
    long dots = bare.chars().filter(c -> c == '.').count();
    String plain = bare.startsWith("_") ? name.toString() : DatasetNames.plain(name.toString());
    String[] pieces = plain.split("\\.", 3);
    return dots > 1 ? plain : dots == 1 ? pieces[0] + "." + pieces[1] : pieces[0];
  }
}
