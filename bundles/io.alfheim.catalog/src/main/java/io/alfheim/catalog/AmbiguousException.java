/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;

/** Several sessions or datasets fit where one was asked for. */
public final class AmbiguousException extends CatalogException {
  private static final long serialVersionUID = 1;

  private final List<String> candidates;

  /** With all that fit. */
  public AmbiguousException(String message, String hint, List<String> candidates) {
    super(message, hint);
    this.candidates = List.copyOf(candidates);
  }

  /** All that fit what was asked. */
  public List<String> candidates() {
    return candidates;
  }
}
