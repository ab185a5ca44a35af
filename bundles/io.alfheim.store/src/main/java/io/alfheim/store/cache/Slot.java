/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.internal.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The files of one content: the content itself, the part that has arrived, and the seal. The seal says
 * what the content looked like when it was hashed, and by its own time when it was last used.
 */
record Slot(ContentKey key, Path folder) {
  static final String SEAL = ".ok";
  static final String PART = ".part";
  private static final int BLOCK = 1 << 18;
  private static final long MINUTE = 60_000;

  Path content() {
    return folder.resolve(key.toString());
  }

  Path part() {
    return folder.resolve(key + PART);
  }

  private Path seal() {
    return folder.resolve(key + SEAL);
  }

  /** The content, if it looks as it did when it was hashed. */
  Optional<Path> sealed() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(content(), BasicFileAttributes.class);
      if (!Files.readString(seal()).equals(look(now))) {
        return Optional.empty();
      }
      touch();
      return Optional.of(content());
    } catch (FileSystemException missingOrUnreadable) {
      return Optional.empty();
    }
  }

  private static String look(BasicFileAttributes file) {
    return file.size() + " " + file.lastModifiedTime().toMillis();
  }

  /** Notes that it was used; not more often than matters. */
  private void touch() throws IOException {
    long now = Instant.now().toEpochMilli();
    if (now - Files.getLastModifiedTime(seal()).toMillis() > MINUTE) {
      Files.setLastModifiedTime(seal(), FileTime.fromMillis(now));
    }
  }

  /** The content, hashed if it has no seal that fits; deleted if it is damaged. For who has the lock. */
  Optional<Path> checked() throws IOException {
    Optional<Path> sealed = sealed();
    if (sealed.isPresent() || !Files.exists(content())) {
      return sealed;
    }
    MessageDigest digest = md5();
    if (Files.size(content()) == key.size()) {
      feed(digest, content());
    }
    if (!hex(digest).equals(key.md5())) {
      Files.deleteIfExists(seal());
      Files.deleteIfExists(content());
      return Optional.empty();
    }
    seal(content());
    return Optional.of(content());
  }

  /** Gives the part, which is whole and was hashed, its name. */
  Path land() throws IOException {
    try (FileChannel file = FileChannel.open(part(), StandardOpenOption.WRITE)) {
      file.force(true);
    }
    // The seal comes first: a content without one would be hashed again.
    seal(part());
    return Files.move(part(), content(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void seal(Path file) throws IOException {
    Path fresh = folder.resolve(key + SEAL + ".new");
    Files.writeString(fresh, look(Files.readAttributes(file, BasicFileAttributes.class)));
    Files.move(fresh, seal(), StandardCopyOption.ATOMIC_MOVE);
  }

  static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5.", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static void feed(MessageDigest digest, Path file) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        Cancellation.check();
        KeyLock.beat();
        digest.update(block, 0, n);
      }
    }
  }
}
