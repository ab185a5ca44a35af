/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

/** What can be searched and listed as text. */
public enum Field {
  /** Name of the laboratory; sessions without one have the empty name. */
  LAB,
  /** Name of the subject. */
  SUBJECT,
  /** Task protocol. */
  PROTOCOL,
  /** Each of the projects. */
  PROJECT,
  /** Paths of the datasets below their session, with collection and revision. */
  PATH,
  /** File names of the datasets, present or not. */
  FILE,
  /** Collections of the datasets; the session folder itself is the empty name. */
  COLLECTION,
  /** Revisions of the datasets; unrevised ones have the empty name. */
  REVISION
}
