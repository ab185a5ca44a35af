/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes are not what they should be. The message is a clause; the reader adds the file. */
final class MalformedException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedException(String problem) {
    super(problem);
  }

  MalformedException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
