/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Content;
import io.alfheim.store.internal.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Brings the part of a slot to its end: goes on where it was cut off, and hashes what comes. */
final class Download {
  private static final int BLOCK = 1 << 18;
  private static final long FIRST_PAUSE_MILLIS = 200;

  /** No pause is longer than 200 ms doubled so often: others wait for who gets on. */
  private static final int LONGEST = 6;

  /** Who gets on by less has not got on. */
  private static final long STEP = 1 << 16;

  private final Slot slot;
  private final LongConsumer progress;
  private long reported;

  /** How long the part must be by what was written. */
  private long end;

  Download(Slot slot, LongConsumer progress) {
    this.slot = slot;
    this.progress = progress;
  }

  /**
   * Fetches what is missing, again after a cut, as often as the store wants.
   *
   * @throws MismatchException if all bytes have come and are not those asked for
   */
  void from(Content content) throws IOException {
    int cuts = 0;
    boolean allFromHere = arrived() == 0;
    while (true) {
      KeyLock.beat();
      long before = arrived();
      try {
        String fault = fault(fetch(content, before));
        if (fault.isEmpty()) {
          return;
        } else if (allFromHere) {
          throw new MismatchException(fault);
        }
        // What came in an earlier attempt may have been from elsewhere.
        Files.delete(slot.part());
        allFromHere = true;
      } catch (NoSuchFileException | AccessDeniedException | CacheException | MismatchException e) {
        throw e;
      } catch (IOException cut) {
        cuts = arrived() - before >= STEP ? 1 : cuts + 1;
        if (arrived() != end) {
          // Somebody deleted it, and what is there begins in the middle.
          Files.deleteIfExists(slot.part());
          allFromHere = true;
        }
        if (cuts > content.retries()) {
          throw cut;
        }
        KeyLock.pause(FIRST_PAUSE_MILLIS << Math.min(cuts, LONGEST));
      }
    }
  }

  /** The part is not what was written: whoever deleted it is at fault, not the origin. */
  private static final class PartLost extends IOException {
    private static final long serialVersionUID = 1;

    PartLost(Path part) {
      super("'" + part + "' was deleted by another program while it was fetched.");
    }
  }

  /** What is wrong with the bytes that came; empty if nothing is. */
  private String fault(String md5) throws IOException {
    long size = arrived();
    if (size != end) {
      throw new PartLost(slot.part());
    }
    ContentKey key = slot.key();
    if (size != key.size()) {
      return size > key.size()
          ? "has more than the " + key.size() + " bytes it should have."
          : "has " + size + " bytes, not " + key.size() + ".";
    }
    return md5.equals(key.md5()) ? "" : "has the MD5 " + md5 + ", not " + key.md5() + ".";
  }

  private long arrived() throws IOException {
    return Files.exists(slot.part()) ? Files.size(slot.part()) : 0;
  }

  /** The hash of the whole. */
  private String fetch(Content content, long from) throws IOException {
    MessageDigest digest = Slot.md5();
    end = from;
    if (from > 0) {
      feed(digest);
    }
    report(Math.min(from, slot.key().size()));
    if (from < slot.key().size() || from == 0) {
      append(content, from, digest);
    }
    return Slot.hex(digest);
  }

  private void feed(MessageDigest digest) throws IOException {
    try {
      Slot.feed(digest, slot.part());
    } catch (NoSuchFileException e) {
      throw new PartLost(slot.part());
    }
  }

  private void append(Content content, long from, MessageDigest digest) throws IOException {
    long size = slot.key().size();
    byte[] block = new byte[BLOCK];
    try (InputStream in = content.openStream(from);
        OutputStream out = open()) {
      for (int n = in.read(block); n >= 0 && end <= size; n = in.read(block)) {
        Cancellation.check();
        KeyLock.beat();
        write(out, block, n);
        digest.update(block, 0, n);
        end += n;
        report(Math.min(end, size));
      }
    }
  }

  private OutputStream open() throws IOException {
    try {
      Files.createDirectories(slot.folder());
      return Files.newOutputStream(
          slot.part(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CacheException(slot.folder(), e);
    }
  }

  private void write(OutputStream out, byte[] block, int length) throws IOException {
    try {
      out.write(block, 0, length);
    } catch (IOException e) {
      throw new CacheException(slot.folder(), e);
    }
  }

  /** Each byte counts once, however often it is fetched. */
  private void report(long end) {
    if (end > reported) {
      progress.accept(end - reported);
      reported = end;
    }
  }
}
