/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.internal.Failures;
import java.io.IOException;
import java.nio.file.Path;

/** The folder of a cache is the trouble: no other origin would help. */
public final class CacheException extends IOException {
  private static final long serialVersionUID = 1;

  CacheException(Path folder, IOException cause) {
    super(
        "The cache in '" + folder + "' cannot be written: " + Failures.reason(cause)
            + " Make room or ask for permission, and try again.",
        cause);
  }
}
