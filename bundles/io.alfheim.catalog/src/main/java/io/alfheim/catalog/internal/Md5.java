/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

/** The hash by which content is known: MD5, as the data of the field carries it. */
final class Md5 {
  private static final int BLOCK = 1 << 18;

  private Md5() {}

  static String of(Content content) throws IOException {
    return of(content, RateLimit.NONE);
  }

  /** As {@link #of(Content)}, no faster than a limit. */
  static String of(Content content, RateLimit limit) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = content.openStream()) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("Hashing was cancelled.");
        }
        digest.update(block, 0, n);
        limit.pay(n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5.", e);
    }
  }
}
