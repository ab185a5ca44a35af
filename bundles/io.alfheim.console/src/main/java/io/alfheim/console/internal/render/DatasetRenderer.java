/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Datasets: one as a line, many as a table. */
final class DatasetRenderer implements ValueRenderer {

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (value instanceof Dataset dataset) {
      return Optional.of(line(dataset));
    }
    return Rows.of(value, Dataset.class).map(datasets -> table(datasets, context));
  }

  private static String line(Dataset dataset) {
    return dataset.session().key().withoutLab()
        + "/"
        + dataset.path()
        + "  "
        + sizeOf(dataset.size())
        + (dataset.qc() == Qc.NOT_SET ? "" : "  " + dataset.qc())
        + dataset.locations().stream().map(place -> "\n  " + place).reduce("", String::concat);
  }

  private static String table(Collection<Dataset> datasets, RenderContext context) {
    List<List<?>> rows = new ArrayList<>();
    for (Dataset dataset : Rows.first(datasets)) {
      rows.add(List.of(
          rows.size(),
          dataset.path().collection(),
          dataset.path().revision(),
          dataset.path().name().toString(),
          sizeOf(dataset.size()),
          dataset.qc() == Qc.NOT_SET ? "" : dataset.qc().toString()));
    }
    List<String> header = List.of("", "collection", "revision", "dataset", "size", "qc");
    return context.table(header, rows, datasets.size());
  }

  private static String sizeOf(OptionalLong size) {
    return size.isPresent() ? Bytes.text(size.getAsLong()) : "?";
  }
}
