/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A class that a document shows, in the package of the bundle that the document is about. */
record ShownClass(CodeBlock block) {
  /** What readers know where it comes from. */
  private static final String IMPORTS = Stream.of(
          "java.io.*",
          "java.net.*",
          "java.nio.charset.*",
          "java.nio.file.*",
          "java.util.*",
          "io.alfheim.alf.*",
          "io.alfheim.catalog.*",
          "io.alfheim.console.*",
          "io.alfheim.data.*",
          "io.alfheim.store.*",
          "io.alfheim.testkit.*",
          "org.junit.jupiter.api.*",
          "org.junit.jupiter.api.io.*",
          "org.osgi.framework.*",
          "org.osgi.service.component.annotations.*")
      .map(each -> "import " + each + ";")
      .collect(Collectors.joining(" "));

  /** What readers have themselves. */
  private static final String OWN = "class MyStoreProvider implements StoreProvider {"
      + " public Store open(StoreConfig config) { throw new UnsupportedOperationException(); } }\n";

  /** What the compiler has against it. */
  List<String> errors() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    List<String> options = List.of(
        "-proc:none", "-d", Dist.newFolder("classes").toString(), "-classpath", classPath());
    compiler.getTask(null, null, told, options, null, List.of(source())).call();
    return told.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::toString)
        .toList();
  }

  private static String classPath() throws IOException {
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path")),
            Dist.bundles().stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private JavaFileObject source() {
    String bundle = String.valueOf(block.file().resolveSibling("").getFileName());
    String text = "package " + (bundle.startsWith("io.") ? bundle : "org.example") + "; " + IMPORTS
        + "\n" + block.text() + OWN;
    URI name = URI.create("document:///Shown.java");
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
        return true;
      }

      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
