/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.engine.LikelyNames;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Piece;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompileErrorsTest {
  private static JShell shell;

  @BeforeAll
  static void start() {
    shell = JShell.builder().executionEngine("local").build();
  }

  @AfterAll
  static void stop() {
    shell.close();
  }

  private static String errors(Piece piece) {
    Snippet snippet = shell.eval(piece.source()).get(0).snippet();
    LikelyNames names = new LikelyNames(shell.sourceCodeAnalysis());
    return new CompileErrors(Style.PLAIN, 200, names)
        .text(new Outcome.Rejected(piece, shell.diagnostics(snippet).toList()));
  }

  @Test
  void theMarkStandsUnderWhatIsWrong() {
    assertThat(errors(new Piece("int x = wrong + 1;", null, 1))).isEqualTo("""
        error: cannot find symbol: variable wrong
          int x = wrong + 1;
                  ^~~~~\
        """);
  }

  @Test
  void scriptsAreNamedWithTheLine() {
    assertThat(errors(new Piece("int f() {\n  return \"a\";\n}", "a.jsh", 7))).isEqualTo("""
        a.jsh:8: error: incompatible types: String cannot be converted to int
            return "a";
                   ^~~\
        """);
  }

  @Test
  void whatIsMissingAtTheEndIsMarkedThere() {
    assertThat(errors(new Piece("int x = ;", null, 1)))
        .isEqualTo("error: illegal start of expression\n  int x = ;\n          ^");
  }

  @Test
  void aSlipIsUnderstood() {
    shell.eval("int search(String words) { return 1; }");
    assertThat(errors(new Piece("serach(\"a\")", null, 1)))
        .startsWith("error: cannot find symbol: method serach(String); did you mean search?\n");
  }

  @Test
  void aSlipInAMemberIsLookedForAmongTheMembers() {
    assertThat(errors(new Piece("\"a\".lenght()", null, 1))).contains("did you mean length?");
    assertThat(errors(new Piece("\"a\".serach()", null, 1))).doesNotContain("did you mean");
  }

  @Test
  void aTypeThatIsNotImportedComesWithTheImport() throws InterruptedException {
    // JShell learns the names of all types beside us.
    while (!shell.sourceCodeAnalysis().listQualifiedNames("Pattern", 7).isUpToDate()) {
      Thread.sleep(10);
    }
    assertThat(errors(new Piece("Pattern.compile(\"a\")", null, 1)))
        .contains("cannot find symbol: variable Pattern; try import java.util.regex.Pattern");
  }

  @Test
  void whatCouldBeCalledIsListed() {
    assertThat(errors(new Piece("\"a\".substring(1, 2, 3)", null, 1)))
        .startsWith("error: no suitable method found for substring(int,int,int);"
            + " there is String.substring(int), String.substring(int,int)\n");
  }

  @Test
  void theEndIsNotBlamedForAnErrorBeforeIt() {
    assertThat(errors(new Piece("\"abc", null, 1))).doesNotContain("end of file");
  }
}
