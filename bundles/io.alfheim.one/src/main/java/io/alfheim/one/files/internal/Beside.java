/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files.internal;

import java.nio.file.Path;
import java.util.Objects;

/** What is around a file. */
public final class Beside {
  private Beside() {}

  /** The folder that a file is in, from the root of the file system. */
  public static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }
}
