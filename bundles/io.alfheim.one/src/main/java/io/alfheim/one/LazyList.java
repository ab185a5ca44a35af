/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that is found when it is first looked at, and never changes from then on. */
abstract class LazyList<T> extends AbstractList<T> {
  private @Nullable List<T> found;

  abstract List<T> find();

  private synchronized List<T> found() {
    List<T> known = found;
    if (known == null) {
      known = List.copyOf(find());
      found = known;
    }
    return known;
  }

  @Override
  public T get(int index) {
    return found().get(index);
  }

  @Override
  public int size() {
    return found().size();
  }
}
