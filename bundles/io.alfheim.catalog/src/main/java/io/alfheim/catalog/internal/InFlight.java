/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the same thing with one item after the other on several threads, while few items wait.
 */
final class InFlight<T> implements AutoCloseable {
  private static final int BATCH = 256;
  private final Workers workers = Workers.ofProcessors();
  private final Workers.Work<T> work;
  private final List<T> batch = new ArrayList<>(BATCH);

  InFlight(Workers.Work<T> work) {
    this.work = work;
  }

  /** Takes an item; does it, and those before it, when enough have come. */
  void add(T item) throws IOException {
    batch.add(item);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() throws IOException {
    workers.forEach(List.copyOf(batch), work);
    batch.clear();
  }

  /** Does the rest. */
  @Override
  public void close() throws IOException {
    try (workers) {
      flush();
    }
  }
}
