/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code in a document.
 *
 * @param line where its text begins
 * @param language what is said to be in it; empty if nothing is said
 */
record CodeBlock(Path file, int line, String language, String text) {
  /** Fenced, or else indented after a blank line. */
  private static final Pattern BLOCK = Pattern.compile(
      "^```(?<language>.*)\\n(?<fenced>(?s:.*?))^```$|(?<=\\n\\n)(?<indented>(?: {4}.*\\n)+)",
      Pattern.MULTILINE);

  private static final Pattern TYPE = Pattern.compile(
      "^(?:public |final |abstract )*(?:class|record|interface|enum) ", Pattern.MULTILINE);

  /** All of them, in all documents. */
  static List<CodeBlock> all() throws IOException {
    List<CodeBlock> all = new ArrayList<>();
    for (Path file : documents()) {
      String text = Files.readString(file);
      Matcher block = BLOCK.matcher(text);
      while (block.find()) {
        boolean fenced = block.group("fenced") != null;
        int start = block.start(fenced ? "fenced" : "indented");
        int line = 1 + (int) text.substring(0, start).lines().count();
        String language = fenced ? block.group("language") : "";
        all.add(new CodeBlock(file, line, language, block.group(fenced ? "fenced" : "indented")));
      }
    }
    return all;
  }

  /** Those in one language. */
  static List<CodeBlock> in(String language) throws IOException {
    return all().stream().filter(block -> block.language.equals(language)).toList();
  }

  /** What people read to use or to build this; decisions are history. */
  private static List<Path> documents() throws IOException {
    try (Stream<Path> files =
        Files.find(Dist.TOP, 4, (file, a) -> file.toString().endsWith(".md"))) {
      return files
          .filter(file ->
              !Dist.TOP.relativize(file).toString().matches("\\..*|.*(target|decisions)/.*"))
          .sorted()
          .toList();
    }
  }

  /** Whether this is a class and not a few statements. */
  boolean isType() {
    return TYPE.matcher(text).find();
  }

  /** The folder of its document, which for a bundle is the name of the bundle. */
  String bundle() {
    return String.valueOf(file.resolveSibling("").getFileName());
  }

  /** Where it is, for messages. */
  @Override
  public String toString() {
    return Dist.TOP.relativize(file) + ":" + line;
  }
}
