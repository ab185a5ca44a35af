/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.InputStream;
import org.apache.commons.vfs2.FileSystemException;

/**
 * A file object that can be asked for some of its bytes, in one request and without a look at the
 * names. Its files are read at random with as few requests as can be.
 */
public interface Ranged {
  /** The length of a range that ends where the file ends. */
  long TO_THE_END = Long.MAX_VALUE;

  /**
   * Some bytes.
   *
   * @param from the first
   * @param length how many; the file has them, unless it is {@link #TO_THE_END}
   */
  InputStream openRange(long from, long length) throws FileSystemException;
}
