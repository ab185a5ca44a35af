/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks two folders of sessions side by side, past everything that is the same, in the order of lab,
 * subject, date and number. Git's own walk orders {@code a-b} before {@code a}.
 */
final class SessionDiff {
  private final ObjectReader reader;
  private final SessionsFilter filter;
  private final Visitor visitor;
  private final Trees trees;
  private final Strays strays;
  private final List<String> names = new ArrayList<>(SessionPath.DEPTH);

  /** Reads trees; that of no id is empty. */
  @FunctionalInterface
  interface Trees {
    Folder read(ObjectReader reader, @Nullable ObjectId tree) throws IOException;
  }

  /** Is told where the blobs of a session differ; one of them may be null. */
  @FunctionalInterface
  interface Visitor {
    void visit(SessionKey key, @Nullable ObjectId before, @Nullable ObjectId after)
        throws IOException;
  }

  /** Is told of what lies where only sessions do; what it throws ends the walk. */
  @FunctionalInterface
  interface Strays {
    void found(IOException stray) throws IOException;
  }

  SessionDiff(ObjectReader reader, Touching touching, Visitor visitor) {
    this(reader, touching, Folder::read, visitor);
  }

  /** As it is walked along a history, where trees come again: they are read by others. */
  SessionDiff(ObjectReader reader, Touching touching, Trees trees, Visitor visitor) {
    this(
        reader,
        touching,
        trees,
        stray -> {
          throw stray;
        },
        visitor);
  }

  /** Passes by what is no session. */
  SessionDiff(ObjectReader reader, Touching touching, Trees trees, Strays strays, Visitor visitor) {
    this.trees = trees;
    this.strays = strays;
    this.reader = reader;
    this.filter = SessionsFilter.of(touching);
    this.visitor = visitor;
  }

  /** Compares two trees, each of which may be missing. */
  void walk(@Nullable ObjectId before, @Nullable ObjectId after) throws IOException {
    Folder left = trees.read(reader, before);
    Folder right = trees.read(reader, after);
    SortedSet<String> all = new TreeSet<>(Comparator.comparing(SessionPath::order));
    all.addAll(left.children().keySet());
    all.addAll(right.children().keySet());
    for (String name : all) {
      Folder.Child was = left.children().get(name);
      Folder.Child is = right.children().get(name);
      if (!Objects.equals(was, is) && filter.fits(names.size() + 1, name)) {
        names.add(name);
        step(id(was), id(is));
        names.remove(names.size() - 1);
      }
    }
  }

  private void step(@Nullable ObjectId before, @Nullable ObjectId after) throws IOException {
    if (names.size() < SessionPath.DEPTH) {
      walk(before, after);
    } else if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The walk through the record was interrupted.");
    } else if (before != null || after != null) {
      visit(before, after);
    }
  }

  private void visit(@Nullable ObjectId before, @Nullable ObjectId after) throws IOException {
    SessionKey key;
    try {
      key = SessionPath.key(names);
    } catch (IOException e) {
      strays.found(e);
      return;
    }
    visitor.visit(key, before, after);
  }

  private @Nullable ObjectId id(Folder.@Nullable Child child) throws IOException {
    if (child != null && child.isFolder() != names.size() < SessionPath.DEPTH) {
      strays.found(SessionPath.stray(SessionPath.ROOT + "/" + String.join("/", names), null));
      return null;
    }
    return child == null ? null : child.id();
  }
}
