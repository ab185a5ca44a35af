/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/**
 * How to scan.
 *
 * @param hashing whether to read every new or changed file and record the MD5 of its content
 * @param forgetting whether to accept that every session of a store is gone, which otherwise is taken
 *     for a disk that is not mounted, and that sessions without datasets and folder are, which
 *     otherwise wait for their first dataset
 */
public record ScanOptions(boolean hashing, boolean forgetting) {

  /** Names and sizes only. */
  public static final ScanOptions DEFAULT = new ScanOptions(false, false);

  /** With the content of every file read and its MD5 recorded. */
  public static ScanOptions hashed() {
    return DEFAULT.withHashing(true);
  }

  /** With hashing or without. */
  public ScanOptions withHashing(boolean nowHashing) {
    return new ScanOptions(nowHashing, forgetting);
  }

  /** With all sessions of a store allowed to be gone. */
  public ScanOptions withForgetting(boolean nowForgetting) {
    return new ScanOptions(hashing, nowForgetting);
  }
}
