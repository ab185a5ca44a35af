/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the record of a home; a service. */
public interface SessionRecordProvider {

  /**
   * Opens the record of a home, and makes an empty one with a namespace of its own if there is none
   * and the home can be written.
   *
   * @param home the home directory
   * @throws IOException if there is none and none can be made, or if it is of a newer version
   */
  SessionRecord open(Path home) throws IOException;
}
