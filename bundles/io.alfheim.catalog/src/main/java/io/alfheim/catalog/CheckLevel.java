/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** How thoroughly to check; each level includes those before it. */
public enum CheckLevel {
  /** The record is readable, all of it. */
  RECORD,
  /** The index says what the record says. */
  INDEX,
  /** The stores have every dataset with its size, and in session folders nothing else. */
  FILES,
  /** Their content has the hashes that were recorded. */
  CONTENT
}
