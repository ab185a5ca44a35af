/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder in which a user's catalog lives. */
record Home(Path folder) {
  Home {
    // What watches the plug-ins takes a comma for the end of a folder's name.
    if (folder.toString().indexOf(',') >= 0) {
      throw new UsageException(
          "The home '" + folder + "' has a comma in its path, where no plug-ins"
              + " could be found. Choose another: alfheim --home DIR, or ALFHEIM_HOME=DIR.");
    }
  }

  /** Where the options, the environment or the custom say it is. */
  static Home of(Options options, Map<String, String> environment, Path dist) {
    if (options.home().isPresent()) {
      return new Home(options.home().get().toAbsolutePath().normalize());
    }
    if (options.action() == Options.Action.DEMO) {
      return new Home(dist.resolveSibling("demo"));
    }
    String fromEnvironment = environment.getOrDefault("ALFHEIM_HOME", "");
    return new Home(
        fromEnvironment.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".alfheim")
            : Path.of(fromEnvironment).toAbsolutePath().normalize());
  }

  /** A folder in this one, made if needed; empty if it cannot be written. */
  Optional<Path> writable(String name) {
    Path path = folder.resolve(name);
    try {
      Files.createDirectories(path);
      return Files.isWritable(path) ? Optional.of(path) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
