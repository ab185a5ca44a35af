/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/**
 * How to check.
 *
 * @param level how thoroughly
 * @param bytesPerSecond how fast files may be read, for the sake of others who use the disks; 0 for no
 *     limit
 */
public record CheckOptions(CheckLevel level, long bytesPerSecond) {

  /** Checks the limit. */
  public CheckOptions {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("A limit of " + bytesPerSecond + " bytes per second.");
    }
  }

  /** As thoroughly as this, and as fast as can be. */
  public static CheckOptions of(CheckLevel level) {
    return new CheckOptions(level, 0);
  }

  /** With files read no faster than this, by all threads together. */
  public CheckOptions atMost(long newBytesPerSecond) {
    return new CheckOptions(level, newBytesPerSecond);
  }
}
