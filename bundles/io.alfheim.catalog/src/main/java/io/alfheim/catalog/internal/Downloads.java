/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    try (Workers workers = new Workers(loading.far().settings().parallel());
        Progress.Task task = progress.begin("Downloading bytes", total)) {
      workers.forEach(each, dataset -> {
        try {
          files.put(dataset, file(dataset, task));
        } catch (IOException | CatalogException e) {
          failures.put(dataset, e);
        }
      });
    }
    if (!failures.isEmpty()) {
      throw failure(each);
    }
    return datasets.stream().map(one -> Objects.requireNonNull(files.get(one))).toList();
  }

  private Path file(Dataset dataset, Progress.Task task) throws IOException {
    Optional<Path> here = dataset.source().file();
    if (here.isPresent()) {
      task.advance(dataset.size().orElse(0));
      return here.get();
    }
    return loading.far().fetch(dataset, task::advance);
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
