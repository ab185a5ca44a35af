/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value is shown. */
public interface RenderContext {

  /** Columns that a line may fill. */
  int width();

  /** Whether escape codes for colours and weights are understood. */
  boolean color();

  /** Whether characters beyond ASCII can be shown. */
  boolean unicode();

  /** A value inside another one: one short line. */
  String brief(@Nullable Object value);

  /**
   * A table that fits the width, with a footer when not all rows are shown.
   *
   * @param header the names of the columns
   * @param rows the first rows, each as long as the header; numbers are set flush right
   * @param total how many rows there are
   */
  String table(List<String> header, List<? extends List<?>> rows, long total);
}
