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

/** A class or a snippet that a document shows, in the package of the bundle that the document is about. */
record ShownClass(CodeBlock block) {
  /** What readers know where it comes from. */
  private static final String IMPORTS = Stream.of(
          "java.io.*",
          "java.net.*",
          "java.nio.charset.*",
          "java.nio.file.*",
          "java.time.*",
          "java.util.*",
          "io.alfheim.alf.*",
          "io.alfheim.catalog.*",
          "io.alfheim.console.*",
          "io.alfheim.data.*",
          "io.alfheim.one.*",
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

  /** What snippets may take for granted. */
  private static final String SNIPPET = """
      class Shown { Catalog catalog; Session session; One one; void run() throws Exception {
      %s
      } }
      """;

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
    String bundle = block.bundle().startsWith("io.") ? block.bundle() : "org.example";
    String type = block.isType() ? block.text() : SNIPPET.formatted(block.text());
    String text = "package " + bundle + "; " + IMPORTS + "\n" + type + OWN;
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
