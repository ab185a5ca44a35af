/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Snippets of documents as one script for the console, each with variables of its own. */
final class SnippetScript {
  /** What snippets may take for granted: a catalog of a lab, and one session of it. */
  private static final String PRELUDE = """
      import io.alfheim.catalog.spi.*;
      import io.alfheim.demo.*;
      import io.alfheim.store.*;
      import java.net.URI;
      service(DemoLab.class).write(Path.of("/data/lab"));
      catalog.scan(Path.of("/data/lab"));
      var session = catalog.session("SP026/2019-12-11/001");
      void same(Object found, String shown) {
        if (!shown.equals(String.valueOf(found))) {
          throw new IllegalStateException("The document says '" + shown + "', but it is '" + found + "'.");
        }
      }
      """;

  /** A statement with what the document says its value is. */
  private static final Pattern SHOWN =
      Pattern.compile("^(\\s*)(\\S.*);\\s*// → (.*)$", Pattern.MULTILINE);

  private final List<CodeBlock> snippets;

  SnippetScript(List<CodeBlock> snippets) {
    this.snippets = snippets;
  }

  /** The text of the script. It names each snippet before that is run. */
  String text(Path lab) {
    String all =
        PRELUDE + snippets.stream().map(SnippetScript::method).collect(Collectors.joining());
    return all.replace("/data/lab", lab.toString());
  }

  /** A method, so that the variables of one snippet are not known to the next. */
  private static String method(CodeBlock snippet) {
    String name = "at_" + snippet.toString().replaceAll("\\W", "_");
    return "System.out.println(\"" + snippet + "\");\n"
        + lines(snippet, true)
        + "void " + name + "() throws Exception {\n"
        + SHOWN
            .matcher(lines(snippet, false))
            .replaceAll(shown -> Matcher.quoteReplacement(shown.group(1) + "same(" + shown.group(2)
                + ", \"" + shown.group(3).replace("\\", "\\\\").replace("\"", "\\\"") + "\");"))
        + "}\n" + name + "();\n";
  }

  /** The imports of a snippet, or all the rest. */
  private static String lines(CodeBlock snippet, boolean imports) {
    return snippet
        .text()
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
