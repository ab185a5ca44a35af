/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.osgi.framework.wiring.BundleWiring;

/** The compile side: what javac finds on its class path. */
public final class BundleFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private final ExportedPackages packages;
  private final Supplier<List<Path>> index;

  /**
   * Replaces the class path of another file manager and leaves all else to it.
   *
   * @param index folders with the names of classes, for completion
   */
  public BundleFiles(
      StandardJavaFileManager jdk, ExportedPackages packages, Supplier<List<Path>> index) {
    super(jdk);
    this.packages = packages;
    this.index = index;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    Optional<BundleWiring> provider = packages.findProvider(packageName);
    if (provider.isEmpty() || !kinds.contains(Kind.CLASS)) {
      return List.of();
    }
    if (ExportedPackages.isSystem(provider.get())) {
      // The packages of the framework itself are on the class path of the process.
      return super.list(location, packageName, kinds, recurse);
    }
    return classesOf(provider.get(), packageName);
  }

  private static List<JavaFileObject> classesOf(BundleWiring wiring, String packageName) {
    List<JavaFileObject> classes = new ArrayList<>();
    for (String resource : ExportedPackages.classesOf(wiring, packageName)) {
      URL url = wiring.getClassLoader().getResource(resource);
      if (url != null) {
        classes.add(new BundleClass(url, resource));
      }
    }
    return classes;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof BundleClass known
        ? known.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return (a instanceof BundleClass || b instanceof BundleClass)
        ? a.toUri().equals(b.toUri())
        : super.isSameFile(a, b);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof BundleClass
        ? location == StandardLocation.CLASS_PATH
        : super.contains(location, file);
  }

  /** JShell sets the class path whenever an entry is added. The bundles are ours: swallow it. */
  @Override
  public boolean handleOption(String option, Iterator<String> remaining) {
    if (!option.equals("-classpath")) {
      return super.handleOption(option, remaining);
    }
    if (remaining.hasNext()) {
      remaining.next();
    }
    return true;
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    return location == StandardLocation.CLASS_PATH
        ? index.get()
        : fileManager.getLocationAsPaths(location);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public void setLocationForModule(
      Location location, String moduleName, Collection<? extends Path> paths) throws IOException {
    fileManager.setLocationForModule(location, moduleName, paths);
  }

  @Override
  public Path asPath(FileObject file) {
    return fileManager.asPath(file);
  }
}
