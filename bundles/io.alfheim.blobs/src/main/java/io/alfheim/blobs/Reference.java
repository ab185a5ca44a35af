/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

/**
 * One line of the record: something stored hangs on something recorded, under a name.
 *
 * @param target what it hangs on
 * @param name of its own among all that hangs there
 * @param stored what it is
 */
public record Reference(Target target, String name, Stored stored) {

  @Override
  public String toString() {
    return target + " " + name + ": " + stored;
  }
}
