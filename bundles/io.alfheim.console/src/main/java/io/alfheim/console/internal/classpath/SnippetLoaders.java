/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import java.util.function.UnaryOperator;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** The generations of the snippet loader; the newest takes new classes. */
public final class SnippetLoaders implements LoaderDelegate {
  private final ExportedPackages packages;
  private final UnaryOperator<byte[]> weaver;
  private volatile SnippetLoader newest;

  /**
   * The first generation.
   *
   * @param weaver changes the class files of snippets before they are defined
   */
  public SnippetLoaders(ExportedPackages packages, UnaryOperator<byte[]> weaver) {
    this.packages = packages;
    this.weaver = weaver;
    this.newest = new SnippetLoader(packages, null);
  }

  /** Forgets what was loaded from bundles; the classes of snippets stay. */
  public synchronized void nextGeneration() {
    newest = new SnippetLoader(packages, newest);
  }

  /** For the context of threads that run snippets. */
  public ClassLoader newest() {
    return newest;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    SnippetLoader loader = newest;
    boolean[] loaded = new boolean[classes.length];
    for (ClassBytecodes each : classes) {
      loader.add(each.name(), weaver.apply(each.bytecodes()));
    }
    for (int i = 0; i < classes.length; i++) {
      try {
        // Looking at the methods resolves their types: what is missing shows here, not half-way.
        var unused = loader.loadClass(classes[i].name()).getDeclaredMethods();
        loaded[i] = true;
      } catch (ClassNotFoundException | LinkageError e) {
        throw new ClassInstallException(String.valueOf(e.getMessage()), loaded);
      }
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    // Classes are replaced by new ones of another name; there is nothing to update.
  }

  @Override
  public void addToClasspath(String path) {
    // The bundles are the class path.
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    return newest.loadClass(name);
  }
}
