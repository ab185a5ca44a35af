/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import java.util.List;

/** Is shown notes. */
@FunctionalInterface
public interface NoteVisitor {
  /** Looks at what one note says, or said. */
  void visit(NotePath note, List<String> lines) throws IOException;
}
