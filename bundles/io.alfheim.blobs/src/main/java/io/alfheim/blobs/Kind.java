/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

/** What is stored, and so how it is named and where it lies. */
public enum Kind {
  /** A value, packed; named by its bytes. */
  BLOB,
  /** A file with its name; named by both. */
  ATTACHMENT,
  /** A file under its own path, below the stage and below the section's location alike. */
  FILE
}
