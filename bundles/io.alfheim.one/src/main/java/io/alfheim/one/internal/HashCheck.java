/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Whether the bytes of a dataset are those that the record tells of. */
public final class HashCheck {
  private static final int BLOCK = 1 << 16;

  private HashCheck() {}

  /** What is wrong with its bytes; empty if they are right, or nobody knows their hash. */
  public static Optional<String> fault(Dataset dataset) {
    return dataset
        .hash()
        .filter(hash -> !hash.equals(md5(dataset)))
        .map(
            hash -> "Dataset '" + dataset + "' of session '" + dataset.session().key()
                + "' is not the file that was recorded: its MD5 is not '" + hash + "'.");
  }

  private static String md5(Dataset dataset) {
    try (InputStream in = dataset.source().openStream()) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] block = new byte[BLOCK];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("The check of a hash was interrupted.");
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CatalogException(
          "Dataset '" + dataset + "' cannot be read: " + e.getMessage() + ".",
          "Load it without checkHash().",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }
}
