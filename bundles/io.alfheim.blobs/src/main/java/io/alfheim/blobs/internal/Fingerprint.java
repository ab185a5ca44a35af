/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Kind;
import io.alfheim.blobs.Stored;
import io.alfheim.store.Content;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * By what the bytes of an object are known to be whole.
 *
 * @param size in bytes, or -1 if nobody said
 * @param hash of the bytes, or empty if only the size is known
 * @param digest how it is computed
 */
record Fingerprint(long size, Optional<UUID> hash, Supplier<Md5> digest) {

  /** What a reference says of its object. */
  static Fingerprint of(Stored stored) {
    if (stored.kind() == Kind.ATTACHMENT) {
      return new Fingerprint(
          stored.size(), Optional.of(stored.hash()), () -> Md5.named(stored.name()));
    }
    boolean byContents = stored.kind() == Kind.FILE || stored.contents().isPresent();
    Optional<UUID> hash = byContents ? stored.contents() : Optional.of(stored.hash());
    return new Fingerprint(stored.size(), hash, Md5::empty);
  }

  /** What the name of an object says: its hash, and of an attachment what follows it. */
  static Fingerprint named(String name) {
    Optional<UUID> hash = Optional.of(Md5.id(name.substring(0, Md5.DIGITS)));
    return name.length() == Md5.DIGITS
        ? new Fingerprint(-1, hash, Md5::empty)
        : new Fingerprint(-1, hash, () -> Md5.named(name.substring(Md5.DIGITS + 1)));
  }

  /** The hash, as a {@link Stored} shows it; empty if only the size is known. */
  String text() {
    return hash.map(UUID::toString).orElse("");
  }

  /** The same, by the size alone. */
  Fingerprint unhashed() {
    return new Fingerprint(size, Optional.empty(), digest);
  }

  boolean fits(long otherSize) {
    return size < 0 || size == otherSize;
  }

  boolean matches(Content content) throws IOException {
    return fits(content.size())
        && (hash.isEmpty() || hash.get().equals(digest.get().all(content).end()));
  }

  boolean isOf(byte[] bytes) {
    Md5 md5 = digest.get();
    md5.add(bytes, 0, bytes.length);
    return fits(bytes.length) && (hash.isEmpty() || hash.get().equals(md5.end()));
  }

  /** Copies, and tells whether these were the bytes. */
  boolean copies(InputStream in, OutputStream out) throws IOException {
    Md5 md5 = digest.get();
    long copied = md5.copy(in, out);
    UUID found = md5.end();
    return fits(copied) && (hash.isEmpty() || hash.get().equals(found));
  }

  /** Writes bytes, which must be the ones; where they are not, the source changed meanwhile. */
  void require(WritableStore.Bytes bytes, OutputStream out, StorePath path) throws IOException {
    Digesting digesting = new Digesting(out, digest.get());
    bytes.writeTo(digesting);
    if (!fits(digesting.size()) || (hash.isPresent() && !hash.get().equals(digesting.end()))) {
      throw new IOException("the source of '" + path + "' changed while it was copied");
    }
  }
}
