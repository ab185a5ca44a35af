/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import java.io.IOException;

/** What is wrong with a text and where: half a sentence, completed by who knows the file. */
final class MalformedTextException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedTextException(String problem, Throwable cause) {
    super(problem, cause);
  }

  MalformedTextException(String problem) {
    super(problem);
  }
}
