/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.IOException;

/**
 * An output stream whose file appears only when it is closed, as objects in S3 do. {@code abort}
 * takes the place of {@code close} when the bytes did not come to their end; it may also follow a
 * {@code close} that failed.
 */
public interface Abortable {
  /** Drops what was written; nothing appears. */
  void abort() throws IOException;
}
