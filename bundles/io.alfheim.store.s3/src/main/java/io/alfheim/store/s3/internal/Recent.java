/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last so many things that were added. */
final class Recent<T> {
  private final int most;
  private final Set<T> things = new LinkedHashSet<>();

  Recent(int most) {
    this.most = most;
  }

  synchronized boolean contains(T thing) {
    return things.contains(thing);
  }

  synchronized void add(T thing) {
    things.remove(thing);
    things.add(thing);
    if (things.size() > most) {
      Iterator<T> oldest = things.iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
