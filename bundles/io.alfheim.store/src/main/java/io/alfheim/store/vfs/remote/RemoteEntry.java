/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import java.util.regex.Pattern;

/**
 * What a server says about a name.
 *
 * @param kind what is there
 * @param size bytes of a file; 0 otherwise
 * @param modified time of the last change in milliseconds since 1970, or 0 if the server cannot tell
 * @param md5 of a file, in hex digits, if the server remembers it; empty otherwise
 * @param tag what the server calls exactly these bytes of a file, if it does; empty otherwise
 */
public record RemoteEntry(Kind kind, long size, long modified, String md5, String tag) {
  private static final Pattern STRONG = Pattern.compile("\"[!#-~]{1,200}\"");

  /** What can be at a name. */
  public enum Kind {
    /** A file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** Nothing, or a link that leads nowhere. */
    NOTHING,
    /** Something of which a listing knows the name only; it is asked for when it matters. */
    UNKNOWN
  }

  /** A folder. */
  public static final RemoteEntry FOLDER = new RemoteEntry(Kind.FOLDER, 0, 0, "");

  /** Nothing, or a link that leads nowhere. */
  public static final RemoteEntry NOTHING = new RemoteEntry(Kind.NOTHING, 0, 0, "");

  /** Something of which a listing knows the name only. */
  public static final RemoteEntry UNKNOWN = new RemoteEntry(Kind.UNKNOWN, 0, 0, "");

  /** A file. */
  public static RemoteEntry file(long size, long modified) {
    return new RemoteEntry(Kind.FILE, size, modified, "");
  }

  /** What has no tag. */
  public RemoteEntry(Kind kind, long size, long modified, String md5) {
    this(kind, size, modified, md5, "");
  }

  /** The same file, of which the server remembers the MD5. */
  public RemoteEntry withMd5(String known) {
    return new RemoteEntry(kind, size, modified, known, tag);
  }

  /** The same file, whose bytes have an ETag: none, if that is weak, and may be that of others, too. */
  public RemoteEntry withTag(String known) {
    String strong = STRONG.matcher(known).matches() ? known : "";
    return new RemoteEntry(kind, size, modified, md5, strong);
  }
}
