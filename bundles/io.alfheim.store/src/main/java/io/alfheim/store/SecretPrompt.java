/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;

/** Asks a person for a secret; a service, of whoever has a person in front of the screen. */
@FunctionalInterface
public interface SecretPrompt {

  /**
   * Asks, and waits for the answer, which is not shown while it is typed.
   *
   * @param words what to ask for, for example {@code Password of the archive}
   * @throws IOException if nobody answers; the message says what to do instead
   */
  String ask(String words) throws IOException;
}
