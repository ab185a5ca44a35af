/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CutterTest {
  private static JShell shell;

  @BeforeAll
  static void start() {
    shell = JShell.builder().executionEngine("local").build();
  }

  @AfterAll
  static void stop() {
    shell.close();
  }

  private static List<Piece> cut(String... texts) {
    List<Piece> pieces = new ArrayList<>();
    new Cutter(shell.sourceCodeAnalysis(), List.of(texts), "a.jsh").cut(pieces::add);
    return pieces;
  }

  private static List<String> sources(String... texts) {
    return cut(texts).stream().map(Piece::source).toList();
  }

  @Test
  void semicolonsAtLineEndsAreOptional() {
    assertThat(sources("int x = 1\nx + 1\n")).containsExactly("int x = 1;", "x + 1");
  }

  @Test
  void severalSnippetsMayShareALine() {
    assertThat(cut("int x = 1; x + 1"))
        .extracting(Piece::source, Piece::line)
        .containsExactly(tuple("int x = 1;", 1), tuple("x + 1", 1));
  }

  @Test
  void aDeclarationRunsToItsClosingBrace() {
    assertThat(sources("int f() {\n  return 1;\n}\nf()"))
        .containsExactly("int f() {\n  return 1;\n}", "f()");
  }

  @Test
  void aLineThatBeginsWithAMethodCallContinues() {
    assertThat(sources("List.of(1)\n  .size()\n  + 1\n2"))
        .containsExactly("List.of(1)\n  .size()\n  + 1", "2");
  }

  @Test
  void aLineThatBeginsWithAnIncrementDoesNotContinue() {
    assertThat(sources("int x = 1\n++x\n--x")).containsExactly("int x = 1;", "++x", "--x");
  }

  @Test
  void elseAndCatchContinue() {
    assertThat(sources("if (true) {\n}\nelse {\n}")).containsExactly("if (true) {\n}\nelse {\n}");
    assertThat(sources("try {\n}\ncatch (Exception e) {\n}"))
        .containsExactly("try {\n}\ncatch (Exception e) {\n}");
  }

  @Test
  void linesAreCountedThroughBlankLinesAndComments() {
    assertThat(cut("#!/usr/bin/env alfheim\n\n// a comment\nint x = 1\n\n\nint y =\n  2"))
        .extracting(Piece::source, Piece::line)
        .containsExactly(tuple("int x = 1;", 4), tuple("int y =\n  2;", 7));
  }

  @Test
  void ofSeveralTextsTheNextContinuesOnlyWhatIsOpen() {
    assertThat(sources("int a = 3", "-a", "+a")).containsExactly("int a = 3;", "-a", "+a");
    assertThat(sources("int a = 3\n", "\n-a\n+ 1")).containsExactly("int a = 3;", "-a\n+ 1");
    assertThat(sources("int f(int x) {", "return -x; }", "f(1)"))
        .containsExactly("int f(int x) {\nreturn -x; }", "f(1)");
    assertThat(sources("", "1 +", "2", "")).containsExactly("1 +\n2");
    assertThat(sources("1", "/exit 3")).containsExactly("1", "/exit 3");
  }

  @Test
  void commandsStandAlone() {
    assertThat(cut("1 + 1\n/exit 3\n2"))
        .extracting(Piece::source, Piece::isCommand)
        .containsExactly(tuple("1 + 1", false), tuple("/exit 3", true), tuple("2", false));
  }

  @Test
  void commentsAreNoCommands() {
    assertThat(cut("/* x */ 1")).extracting(Piece::isCommand).containsExactly(false);
    assertThat(sources("// only words")).isEmpty();
  }

  @Test
  void whatIsIncompleteAtTheEndIsHandedOnAsItIs() {
    assertThat(sources("int f() {")).containsExactly("int f() {");
  }

  @Test
  void aRefusedPieceEndsTheCut() {
    List<Piece> taken = new ArrayList<>();
    Cutter cutter = new Cutter(shell.sourceCodeAnalysis(), List.of("1\n2\n3"), null);
    boolean all = cutter.cut(piece -> {
      taken.add(piece);
      return taken.size() < 2;
    });
    assertThat(all).isFalse();
    assertThat(taken).hasSize(2);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
