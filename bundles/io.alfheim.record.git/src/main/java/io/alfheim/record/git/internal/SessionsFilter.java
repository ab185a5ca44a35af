/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.Touching;
import java.util.List;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Lets a walk see only the files of some sessions: by the names on the way, any lab if none is given. */
final class SessionsFilter extends TreeFilter {
  private static final String ANY = "";
  private final List<String> names;

  private SessionsFilter(List<String> names) {
    this.names = names;
  }

  static SessionsFilter of(Touching touching) {
    List<String> names = touching
        .session()
        .map(SessionPath::names)
        .or(() -> touching.subject().map(name -> List.of(SessionPath.ROOT, ANY, Escape.name(name))))
        .orElse(List.of());
    return new SessionsFilter(names);
  }

  /** Lets a walk see the commits in which such a file differs from that of every parent. */
  TreeFilter ofCommits() {
    return names.isEmpty() ? ALL : AndTreeFilter.create(this, ANY_DIFF);
  }

  /** How many names there are on the way; none if all files are meant. */
  int depth() {
    return names.size();
  }

  /** The name so many folders below the root, empty for any. */
  String name(int depth) {
    return names.get(depth);
  }

  /** Whether a name may be on the way, so many folders below the root. */
  boolean fits(int depth, String name) {
    return depth >= names.size()
        || names.get(depth).equals(ANY)
        || names.get(depth).equals(name);
  }

  @Override
  public boolean include(TreeWalk at) {
    return fits(at.getDepth(), at.getNameString());
  }

  @Override
  public boolean shouldBeRecursive() {
    return true;
  }

  @Override
  public TreeFilter clone() {
    return this;
  }
}
