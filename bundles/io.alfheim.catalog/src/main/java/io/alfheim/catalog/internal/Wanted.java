/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.spi.TextMatch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person asked for in a session: a name, with or without the folders before it.
 *
 * @param text as it was written
 * @param collection the folders before the name, if any were written
 * @param revision the revision folder, if one was written
 * @param name condition on the file name
 */
record Wanted(
    String text, Optional<TextMatch> collection, Optional<String> revision, TextMatch name) {
  private static final Pattern FOLDERS = Pattern.compile("(.*?)/?(?:#([^#/]+)#)?");

  static Wanted parse(String text) {
    int slash = text.lastIndexOf('/');
    TextMatch name = DatasetNames.match(text.substring(slash + 1));
    if (slash < 0) {
      return new Wanted(text, Optional.empty(), Optional.empty(), name);
    }
    Matcher folders = FOLDERS.matcher(text.substring(0, slash));
    String collection = folders.matches() ? folders.group(1) : text.substring(0, slash);
    Optional<String> revision =
        folders.matches() ? Optional.ofNullable(folders.group(2)) : Optional.empty();
    return new Wanted(text, Optional.of(TextMatch.wildcards(collection)), revision, name);
  }

  boolean fits(DatasetPath path) {
    return collection.map(match -> match.test(path.collection())).orElse(true)
        && revision.map(path.revision()::equals).orElse(true)
        && name.test(path.name().toString());
  }

  /** The datasets of this name, in a scope. */
  DatasetQuery in(Scope scope) {
    return scoped(DatasetQuery.of(text, this::fits), scope);
  }

  /** The datasets of an object, in a scope. */
  static DatasetQuery object(String object, Scope scope) {
    TextMatch match = TextMatch.wildcards(object);
    return scoped(DatasetQuery.of(object, path -> match.test(path.name().object())), scope);
  }

  /** All datasets of a scope. */
  static DatasetQuery all(Scope scope) {
    TextMatch match = TextMatch.wildcards(scope.collection().orElse("*"));
    Scope anywhere = new Scope(Optional.empty(), scope.revision(), scope.worst());
    return scoped(DatasetQuery.of(match.text(), path -> match.test(path.collection())), anywhere);
  }

  private static DatasetQuery scoped(DatasetQuery query, Scope scope) {
    DatasetQuery good = query.qc(scope.worst());
    DatasetQuery dated = scope.revision().map(good::asOf).orElse(good);
    return scope.collection().map(c -> in(dated, c)).orElse(dated);
  }

  private static DatasetQuery in(DatasetQuery query, String collection) {
    TextMatch match = TextMatch.wildcards(collection);
    return query.and("in collection '" + collection + "'", path -> match.test(path.collection()));
  }
}
