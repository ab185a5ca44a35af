/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

/** The command line asks for something that does not exist. The message is one line for its user. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
