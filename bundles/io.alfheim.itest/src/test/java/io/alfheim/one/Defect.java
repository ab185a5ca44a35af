/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Why an answer of ONE is not ours: what is wrong with it, and how that can be told. */
enum Defect {
  /**
   * ONE looks for the files of every session in a folder whose number has three digits. Those of a
   * session in the folder {@code 2} are in its tables, and never found when loaded.
   */
  UNPADDED_FOLDER {
    @Override
    boolean explains(Difference d) {
      return d.verb().startsWith("load_")
          && d.expected().equals("not found")
          && Files.isDirectory(d.folder())
          && !d.folder().endsWith("00" + d.folder().getFileName());
    }
  },
  /**
   * ONE finds no session by a dataset that lies in the session folder itself, unless all datasets of
   * the session do: it takes the last column of paths split at the slash, which is empty then.
   */
  SEARCH_MISSES_THE_SESSION_FOLDER {
    @Override
    boolean explains(Difference d) {
      return d.verb().equals("search")
          && d.args().has("datasets")
          && d.expected().equals(d.sessionsWithDatasetInACollection());
    }
  },
  /** ONE's lists of collections and revisions take no QC, unlike its list of datasets. */
  LISTS_WITHOUT_QC {
    @Override
    boolean explains(Difference d) {
      return (d.verb().equals("list_collections") || d.verb().equals("list_revisions"))
          && d.expected()
              .equals(d.asking().ask(d.verb(), d.args().without("qc", "ignore_qc_not_set")));
    }
  };

  /** Whether this is why the answers differ. */
  abstract boolean explains(Difference difference);

  /** An answer of ONE and ours. */
  record Difference(
      String verb, Args args, Object expected, Object answered, Asking asking, GoldenLab lab) {

    /** The folder of the session asked for, its number unpadded. */
    Path folder() {
      String[] parts = args.text("eid").split("/", 2);
      Path withLab = lab.tree().resolve(parts[0]).resolve("Subjects").resolve(parts[1]);
      return Files.isDirectory(withLab) ? withLab : lab.tree().resolve(args.text("eid"));
    }

    List<String> sessionsWithDatasetInACollection() {
      return ((List<?>) answered)
          .stream().map(String::valueOf).filter(this::hasAllInCollections).toList();
    }

    private boolean hasAllInCollections(String session) {
      Catalog catalog = lab.catalog();
      Qc worst = args.has("dataset_qc_lte")
          ? Qc.parse(String.valueOf(args.values().get("dataset_qc_lte")))
          : Qc.FAIL;
      List<Dataset> inCollections = catalog.session(session).datasets().stream()
          .filter(dataset -> !dataset.path().folder().isEmpty())
          .toList();
      return inCollections.isEmpty()
          || Stream.of(args.texts("datasets"))
              .allMatch(pattern -> inCollections.stream()
                  .filter(dataset -> dataset.qc().isAtMost(worst))
                  .anyMatch(dataset -> dataset.path().name().toString().matches(pattern)));
    }
  }
}
