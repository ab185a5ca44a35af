/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Cleanup.Trouble;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong in a run: the first of it by path, the rest by number, so that any amount fits. */
final class Troubles {
  static final int NAMED = 1000;

  private final StorePath folder;
  private final Map<String, Trouble> named = new LinkedHashMap<>();
  private long more;

  /** Of what is below a folder. */
  Troubles(StorePath folder) {
    this.folder = folder;
  }

  void add(StorePath path, IOException e) {
    add(path, Failure.reason(e));
  }

  /** What fails in an interrupted thread is no trouble of that path; it ends the run. */
  void addUnlessInterrupted(StorePath path, IOException e) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw e;
    }
    add(path, e);
  }

  void add(StorePath path, String message) {
    if (named.size() < NAMED || named.containsKey(path.value())) {
      named.put(path.value(), new Trouble(path.value(), message));
    } else {
      more++;
    }
  }

  /** Forgets all, as what went wrong will do so again. */
  void clear() {
    named.clear();
    more = 0;
  }

  /** The first of it, each by its own path. */
  List<Trouble> named() {
    return List.copyOf(named.values());
  }

  /** The first of it, and how much more there was. */
  List<Trouble> list() {
    List<Trouble> all = new ArrayList<>(named());
    if (more > 0) {
      all.add(new Trouble(
          folder.value(), "and " + more + " more. Mend what is named here, then try again."));
    }
    return all;
  }
}
