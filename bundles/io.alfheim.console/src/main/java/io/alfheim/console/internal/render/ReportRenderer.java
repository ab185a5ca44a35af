/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Sizes;
import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of a check, of fetching and of adding up sizes. */
final class ReportRenderer implements ValueRenderer {
  private static final int LARGEST = 5;
  private final Style style;

  ReportRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (value instanceof CheckReport report) {
      return Optional.of(check(report, context));
    }
    if (value instanceof Sizes sizes) {
      return Optional.of(sizes(sizes, context));
    }
    return value instanceof FetchReport report && !report.merged()
        ? Optional.of(conflicts(report, context))
        : Optional.empty();
  }

  private String check(CheckReport report, RenderContext context) {
    String head = report.toString().lines().findFirst().orElse("");
    if (report.isClean()) {
      return head;
    }
    List<List<?>> rows = new ArrayList<>();
    for (Finding finding : Rows.first(report.findings())) {
      rows.add(List.of(
          finding.problem().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          finding.where(),
          finding.what()));
    }
    return style.warning(head) + "\n"
        + context.table(
            List.of("problem", "where", "what"), rows, report.findings().size());
  }

  private String conflicts(FetchReport report, RenderContext context) {
    List<List<?>> rows = new ArrayList<>();
    for (FetchReport.Conflict conflict : Rows.first(report.conflicts())) {
      rows.add(List.of(
          conflict.session().toString(), conflict.dataset(), conflict.here(), conflict.there()));
    }
    return style.warning("Nothing was changed: both sides changed the same.")
        + "\n"
        + context.table(
            List.of("session", "dataset", "here", "there"),
            rows,
            report.conflicts().size())
        + "\nChoose: catalog.fetch(\"…\", Side.HERE) or catalog.fetch(\"…\", Side.THERE)";
  }

  private String sizes(Sizes sizes, RenderContext context) {
    StringBuilder text = new StringBuilder(sizes.toString().lines().findFirst().orElse(""));
    for (Sizes.By by : Sizes.By.values()) {
      List<List<?>> rows = new ArrayList<>();
      for (Sizes.Share share : sizes.by(by).stream().limit(LARGEST).toList()) {
        String name = share.name().isEmpty() ? "-" : share.name();
        rows.add(List.of(name, share.size(), share.datasets(), share.bytes()));
      }
      String what = by.name().toLowerCase(Locale.ROOT);
      text.append("\n\n")
          .append(context.table(
              List.of(what, "size", "datasets", "bytes"), rows, sizes.by(by).size()));
    }
    return text.toString();
  }
}
