/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Brings many datasets to this machine, a few at a time; one that cannot be had stops no other. */
final class Downloads {
  private final Loading loading;
  private final Progress progress;
  private final Map<Dataset, Path> files = new ConcurrentHashMap<>();
  private final Map<Dataset, Exception> failures = new ConcurrentHashMap<>();

  Downloads(Loading loading, Progress progress) {
    this.loading = loading;
    this.progress = progress;
  }

  /** The local files, in the order of the datasets. */
  List<Path> run(List<Dataset> datasets) {
    try {
      return download(datasets);
    } catch (IOException e) {
      throw Failure.of("The datasets cannot be downloaded", e);
    }
  }

  private List<Path> download(List<Dataset> datasets) throws IOException {
    List<Dataset> each = new ArrayList<>(new LinkedHashSet<>(datasets));
    long total = each.stream().mapToLong(one -> one.size().orElse(0)).sum();
    Closeable held = loading.far().hold(each);
    try (Workers workers = new Workers(loading.far().settings().parallel());
        Progress.Task task = progress.begin("Downloading bytes", total)) {
      workers.forEach(each, dataset -> attempt(dataset, () -> find(dataset, task)));
      requireRoom(each);
      List<Dataset> rest = each.stream().filter(this::isMissing).toList();
      workers.forEach(rest, dataset -> attempt(dataset, () -> fetch(dataset, task)));
    } finally {
      held.close();
    }
    if (!failures.isEmpty()) {
      throw failure(each);
    }
    return datasets.stream().map(one -> Objects.requireNonNull(files.get(one))).toList();
  }

  private boolean isMissing(Dataset dataset) {
    return !files.containsKey(dataset) && !failures.containsKey(dataset);
  }

  private interface Attempt {
    void make() throws IOException;
  }

  private void attempt(Dataset dataset, Attempt attempt) {
    try {
      attempt.make();
    } catch (IOException | CatalogException e) {
      failures.put(dataset, e);
    }
  }

  /** What is here already stays where it is. */
  private void find(Dataset dataset, Progress.Task task) {
    dataset.source().file().ifPresent(here -> {
      files.put(dataset, here);
      task.advance(dataset.size().orElse(0));
    });
  }

  private void fetch(Dataset dataset, Progress.Task task) throws IOException {
    files.put(dataset, loading.far().fetch(dataset, task::advance));
  }

  /** All that was asked for has to fit into the cache at once: whoever gets the files wants them. */
  private void requireRoom(List<Dataset> each) throws IOException {
    List<Dataset> cached = new ArrayList<>();
    for (Dataset dataset : each) {
      Path here = files.get(dataset);
      if (here == null ? isMissing(dataset) : loading.far().holds(here)) {
        cached.add(dataset);
      }
    }
    long need = FarFiles.bytes(cached);
    long limit = loading.far().settings().limit();
    if (need > limit) {
      throw new CatalogException(
          cached.size() + " datasets of far stores need " + CacheSettings.text(need)
              + " in the cache of the home, its limit is " + CacheSettings.text(limit)
              + "; nothing was downloaded.",
          "Raise 'limit' in the file 'etc/" + CacheSettings.FILE
              + "' of the home and start again, or download less at once.");
    }
  }

  private RuntimeException failure(List<Dataset> each) {
    Dataset first = each.stream().filter(failures::containsKey).findFirst().orElseThrow();
    Exception why = Objects.requireNonNull(failures.get(first));
    String what = each.size() == 1
        ? "Dataset '" + first + "' was not downloaded"
        : failures.size() + " of " + each.size() + " datasets were not downloaded; the first, '"
            + first + "'";
    return why instanceof IOException e
        ? Failure.of(what, e)
        : new CatalogException(
            what + ": " + why.getMessage(), ((CatalogException) why).hint(), why);
  }
}
