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

  /** Sees the commits in which such a file differs from that of every parent. */
  static TreeFilter of(Touching touching) {
    if (touching.session().isPresent()) {
      return only(SessionPath.names(touching.session().get()));
    }
    return touching
        .subject()
        .map(name -> only(List.of(SessionPath.ROOT, ANY, Escape.name(name))))
        .orElse(TreeFilter.ALL);
  }

  private static TreeFilter only(List<String> names) {
    return AndTreeFilter.create(new SessionsFilter(names), TreeFilter.ANY_DIFF);
  }

  @Override
  public boolean include(TreeWalk at) {
    int depth = at.getDepth();
    return depth >= names.size()
        || names.get(depth).equals(ANY)
        || names.get(depth).equals(at.getNameString());
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
