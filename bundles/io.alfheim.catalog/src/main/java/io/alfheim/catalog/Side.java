/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** Which of two copies of a record is right where both changed the same thing. */
public enum Side {
  /** This catalog. */
  HERE,
  /** The repository that is fetched from. */
  THERE
}
