/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Folders of empty class files, one folder for each revision of a bundle. JShell completes the names
 * of classes by walking folders and reads nothing but file names, so this shows it exactly the
 * exported packages.
 */
public final class CompletionIndex implements AutoCloseable {
  private final ExportedPackages packages;
  private final Path root;
  private volatile boolean closed;

  /**
   * An index below a folder of its own.
   *
   * @param root a temporary folder; need not exist
   */
  public CompletionIndex(ExportedPackages packages, Path root) {
    this.packages = packages;
    this.root = root;
  }

  /** One folder for each bundle, made if needed. */
  public synchronized List<Path> folders() {
    Map<BundleWiring, List<String>> exports = new LinkedHashMap<>();
    packages.providers().forEach((name, wiring) -> {
      if (!ExportedPackages.isSystem(wiring)) {
        exports.computeIfAbsent(wiring, w -> new ArrayList<>()).add(name);
      }
    });
    List<Path> folders = new ArrayList<>();
    exports.forEach((wiring, names) -> folders.add(folderOf(wiring, names)));
    return folders;
  }

  private Path folderOf(BundleWiring wiring, List<String> packageNames) {
    var bundle = wiring.getBundle();
    Path folder = root.resolve(bundle.getBundleId() + "-" + bundle.getLastModified());
    if (!Files.exists(folder)) {
      try {
        for (String name : packageNames) {
          fill(folder, wiring, name);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private void fill(Path folder, BundleWiring wiring, String packageName) throws IOException {
    if (closed || packageName.contains(".internal")) {
      return;
    }
    Files.createDirectories(folder.resolve(packageName.replace('.', '/')));
    for (String resource : ExportedPackages.classesOf(wiring, packageName)) {
      if (!closed && !resource.contains("$") && !Files.exists(folder.resolve(resource))) {
        Files.createFile(folder.resolve(resource));
      }
    }
  }

  /** Makes nothing more, so that the root can be deleted. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      // What was being made is made.
    }
  }
}
