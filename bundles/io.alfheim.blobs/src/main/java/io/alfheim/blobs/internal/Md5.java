/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.store.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** The hash that everything is named by. */
final class Md5 {
  /** How many digits name an object. */
  static final int DIGITS = 32;

  private static final int CHUNK = 1 << 16;

  private final MessageDigest digest;

  private Md5() {
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has it.", e);
    }
  }

  /** Of bytes. */
  static Md5 empty() {
    return new Md5();
  }

  /** Of a name, a zero byte, and the bytes to come. */
  static Md5 named(String name) {
    Md5 md5 = new Md5();
    md5.digest.update(name.getBytes(UTF_8));
    md5.digest.update((byte) 0);
    return md5;
  }

  static UUID of(byte[] bytes) {
    Md5 md5 = new Md5();
    md5.digest.update(bytes);
    return md5.end();
  }

  static UUID of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The 16 bytes as an id, without the marks of a version. */
  UUID end() {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  void add(byte[] bytes, int start, int length) {
    digest.update(bytes, start, length);
  }

  /** Takes in all bytes. */
  Md5 all(Content content) throws IOException {
    try (InputStream in = content.openStream()) {
      copy(in, OutputStream.nullOutputStream());
    }
    return this;
  }

  /** Takes in what is copied. Returns how many bytes there were. */
  long copy(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long size = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Copying was interrupted; nothing is left of it.");
      }
      digest.update(chunk, 0, read);
      out.write(chunk, 0, read);
      size += read;
    }
    return size;
  }

  /** The digits by which objects are named. */
  static String hex(UUID hash) {
    return hash.toString().replace("-", "");
  }

  /** The hash of the digits. */
  static UUID id(String hex) {
    if (hex.length() != DIGITS) {
      throw new IllegalArgumentException("'" + hex + "' is no hash");
    }
    return new UUID(
        Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
  }
}
