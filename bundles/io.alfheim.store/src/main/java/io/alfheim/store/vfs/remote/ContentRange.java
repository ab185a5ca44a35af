/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a file a server says that it sends, in the header {@code Content-Range}. */
public final class ContentRange {
  private static final Pattern BYTES =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  private ContentRange() {}

  /**
   * Whether it is the part that was asked for. Some servers send less than all of a long rest, and want
   * to be asked again.
   *
   * @param header what the server says, or nothing
   * @param from the first byte that was asked for
   * @param length how many were, or {@link RemoteTree#TO_THE_END}
   */
  public static boolean isOf(String header, long from, long length) {
    Matcher range = BYTES.matcher(header);
    return range.matches()
        && Long.parseLong(range.group(1)) == from
        && (length != RemoteTree.TO_THE_END || isLast(range.group(2), range.group(3)));
  }

  private static boolean isLast(String byteAt, String size) {
    return size.equals("*") || Long.parseLong(byteAt) == Long.parseLong(size) - 1;
  }
}
