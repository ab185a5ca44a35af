/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.ConsoleContribution.Variable;
import io.alfheim.console.internal.RunningFramework;
import io.alfheim.console.internal.classpath.ExportedPackages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @TempDir
  static Path folder;

  private static RunningFramework framework;
  private static ExportedPackages packages;
  private static Session session;

  @BeforeAll
  static void start() throws Exception {
    framework = RunningFramework.in(folder);
    packages = new ExportedPackages(framework.context());
    session = new Session(packages, List::of);
  }

  @AfterAll
  static void stop() throws Exception {
    session.close();
    packages.close();
    framework.close();
  }

  private static List<Outcome> eval(String source) {
    return session.eval(new Piece(source, null, 1));
  }

  private static Outcome one(String source) {
    List<Outcome> outcomes = eval(source);
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  @Test
  void anExpressionGivesTheObjectItself() {
    List<String> live = new ArrayList<>();
    session.declare(new Variable("live", "java.util.List<String>", () -> live));
    assertThat(one("live")).isInstanceOf(Outcome.Value.class);
    assertThat(((Outcome.Value) one("live")).value()).isSameAs(live);
  }

  @Test
  void aValueWithoutANameGetsOne() {
    Outcome.Value value = (Outcome.Value) one("6 * 7");
    assertThat(value.value()).isEqualTo(42);
    assertThat(value.name()).startsWith("$");
    assertThat(((Outcome.Value) one(String.valueOf(value.name()))).value()).isEqualTo(42);
  }

  @Test
  void severalVariablesKeepTheirOwnValues() {
    assertThat(eval("int first = 1, second = 2;"))
        .containsExactly(
            new Outcome.Variable("first", "int", 1), new Outcome.Variable("second", "int", 2));
  }

  @Test
  void nullIsAValueAndNothingIsNone() {
    assertThat(one("String none = null;")).isEqualTo(new Outcome.Variable("none", "String", null));
    assertThat(one("System.out.flush();")).isEqualTo(new Outcome.Declared(""));
  }

  @Test
  void declarationsSayWhatTheyAre() {
    assertThat(one("int twice(int x) { return 2 * x; }"))
        .isEqualTo(new Outcome.Declared("method twice(int)"));
    assertThat(one("record Point(int x) {}")).isEqualTo(new Outcome.Declared("record Point"));
  }

  @Test
  void whatATextNamesAndCannotUseYetIsTold() {
    one("void waits(Callabel c) { }");
    assertThat(one("waits(null)")).isInstanceOf(Outcome.Rejected.class);
    assertThat(session.waitingIn("waits(null)"))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.missing()).containsExactly("class Callabel"));
    assertThat(session.waitingIn("waitsForNothing(null)")).isEmpty();
  }

  @Test
  void declarationsMayWaitForOthers() {
    Outcome.Waiting waiting = (Outcome.Waiting) one("int later() { return missing(); }");
    assertThat(waiting.what()).isEqualTo("method later()");
    assertThat(waiting.missing()).containsExactly("method missing()");
    assertThat(waiting.good()).isTrue();
    assertThat(one("later()")).isInstanceOf(Outcome.Waiting.class);
    assertThat(one("later()").good()).isFalse();
  }

  @Test
  void whatDoesNotCompileIsRejected() {
    Outcome.Rejected rejected = (Outcome.Rejected) one("int x = \"a\";");
    assertThat(rejected.diagnostics()).hasSize(1);
  }

  @Test
  void whatAVariableIsOfHasOnePlaceAndNoNameOfJShells() {
    Piece variable = new Piece("var none = Integer.valueOf(\"x\");", "a.jsh", 3);
    Outcome.Thrown thrown = (Outcome.Thrown) session.eval(variable).get(0);
    assertThat(session.trouble(thrown).causes().get(0).frames())
        .containsExactly(new Trouble.Frame("a.jsh:3", "", variable.source()));
  }

  @Test
  void exceptionsKnowWhereTheyCameFrom() {
    session.eval(new Piece("int half(int x) {\n  return x / 0;\n}", "a.jsh", 5));
    Outcome.Thrown thrown =
        (Outcome.Thrown) session.eval(new Piece("half(1)", "a.jsh", 9)).get(0);
    Trouble.Cause cause = session.trouble(thrown).causes().get(0);
    assertThat(cause.type()).isEqualTo("ArithmeticException");
    assertThat(cause.frames())
        .containsExactly(
            new Trouble.Frame("a.jsh:6", "half", "return x / 0;"),
            new Trouble.Frame("a.jsh:9", "", "half(1)"));
    assertThat(session.findLastThrown()).get().isInstanceOf(ArithmeticException.class);
  }

  @Test
  void exceptionsWithAHintAreExpected() {
    Outcome.Thrown thrown = (Outcome.Thrown)
        one("throw new io.alfheim.data.DataException(\"No such thing.\", \"Ask another.\");");
    Trouble trouble = session.trouble(thrown);
    assertThat(trouble.expected()).isTrue();
    assertThat(trouble.causes().get(0).hint()).contains("Ask another.");
  }

  @Test
  void anEndlessLoopIsStopped() {
    CountDownLatch begun = new CountDownLatch(1);
    session.declare(Variable.of("begun", CountDownLatch.class, () -> begun));
    stopAfter(begun);
    assertThat(one("{ begun.countDown(); while (true) {} }"))
        .isEqualTo(new Outcome.Interrupted(false));
    session.resume();
    assertThat(((Outcome.Value) one("1 + 1")).value()).isEqualTo(2);
  }

  private static void stopAfter(CountDownLatch begun) {
    Thread stopper = new Thread(() -> {
      try {
        begun.await();
        session.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    stopper.start();
  }

  @Test
  void whatALibraryCancelsWhenItIsStoppedIsInterrupted() {
    CountDownLatch begun = new CountDownLatch(1);
    session.declare(Variable.of("begun", CountDownLatch.class, () -> begun));
    session.declare(Variable.of("library", Runnable.class, () -> SessionTest::cancelledByStop));
    stopAfter(begun);
    assertThat(one("{ begun.countDown(); library.run(); }"))
        .isEqualTo(new Outcome.Interrupted(false));
    session.resume();
  }

  private static void cancelledByStop() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    throw new CancellationException();
  }

  @Test
  void aCancellationThatNobodyAskedForIsAnException() {
    assertThat(one("throw new java.util.concurrent.CancellationException(\"why\");"))
        .isInstanceOf(Outcome.Thrown.class);
  }

  @Test
  void aTextThatTakesForEverIsStopped() {
    eval("class Endless { public String toString() { begun.countDown(); while (true) {} } }");
    CountDownLatch begun = new CountDownLatch(1);
    session.declare(Variable.of("begun", CountDownLatch.class, () -> begun));
    Object endless = ((Outcome.Value) one("new Endless()")).value();
    stopAfter(begun);
    assertThat(session.describe(() -> String.valueOf(endless)))
        .isEqualTo(new Outcome.Interrupted(false));
    session.resume();
    assertThat(session.describe(() -> "short")).isEqualTo(new Outcome.Value(null, "short"));
  }

  @Test
  void aTextThatCannotBeMadeIsAnExceptionThatWasThrown() {
    OutOfMemoryError large = new OutOfMemoryError("Java heap space");
    Outcome outcome = session.describe(() -> {
      throw large;
    });
    assertThat(outcome).isEqualTo(new Outcome.Thrown(large));
    assertThat(session.findLastThrown()).contains(large);
    Trouble trouble = session.trouble((Outcome.Thrown) outcome);
    assertThat(trouble.causes().get(0).hint()).get().asString().contains("-Xmx");
  }

  @Test
  void anExceptionThatCannotSayAnythingIsNamed() {
    RuntimeException mute = new IllegalStateException() {
      private static final long serialVersionUID = 1;

      @Override
      public String getMessage() {
        throw new IllegalStateException("mute");
      }
    };
    assertThat(session.trouble(session.failed(mute)).causes().get(0).message()).isEmpty();
  }

  @Test
  void placesInLambdasHaveTheNameOfTheMethodAroundThem() {
    String source = """
        int inside() {
          return java.util.stream.IntStream.of(0)
              .map(i -> 1 / i).sum();
        }\
        """;
    session.eval(new Piece(source, "a.jsh", 1));
    Outcome.Thrown thrown = (Outcome.Thrown) one("inside()");
    assertThat(session.trouble(thrown).causes().get(0).frames())
        .extracting(Trouble.Frame::method)
        .containsExactly("inside", "inside", "");
  }

  @Test
  void anExceptionThatFailsToSayWhatItIsIsOneAllTheSame() {
    one("class Mute extends RuntimeException {"
        + " public String getMessage() { throw new IllegalStateException(\"no\"); } }");
    Outcome.Thrown thrown = (Outcome.Thrown) one("throw new Mute();");
    assertThat(session.trouble(thrown).causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.type()).isEqualTo("Mute"))
        .satisfies(cause -> assertThat(cause.frames()).hasSize(1));
    assertThat(session.findLastThrown()).containsSame(thrown.thrown());
  }

  @Test
  void anExceptionOfTheUsersOwnIsCalledAsTheUserCallsIt() {
    one("class Own { static class Inner extends Exception {} }");
    Outcome.Thrown thrown = (Outcome.Thrown) one("throw new Own.Inner();");
    assertThat(session.trouble(thrown).causes().get(0).type()).isEqualTo("Own.Inner");
    Outcome.Thrown shown = session.failed(thrown.thrown());
    assertThat(session.trouble(shown).causes().get(0).type()).isEqualTo("Own.Inner");
  }

  @Test
  void ofTwoVariablesOnlyTheOneThatFailsHasFailed() {
    assertThat(eval("int failed = Integer.parseInt(\"x\"), fine = 2;"))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Outcome.Thrown.class),
            second -> assertThat(second).isEqualTo(new Outcome.Variable("fine", "int", 2)));
  }

  @Test
  void aMissingFileIsToldWithWhatThereIs() {
    Path missing = folder.resolve("none/data.npy");
    Outcome.Thrown thrown = (Outcome.Thrown)
        one("java.nio.file.Files.size(java.nio.file.Path.of(\"" + missing + "\"))");
    Trouble trouble = session.trouble(thrown);
    assertThat(trouble.expected()).isTrue();
    assertThat(trouble.causes().get(0).message())
        .contains("There is no file '" + missing + "'; nearest is '" + folder + "'.");
  }

  @Test
  void whatDoesNotFitIntoMemorySaysWhatToDo() {
    Outcome.Thrown thrown = (Outcome.Thrown) one("new long[1000][Integer.MAX_VALUE - 8]");
    assertThat(session.trouble(thrown).causes().get(0).hint()).get().asString().contains("-Xmx");
  }

  @Test
  void withoutARunThereIsNothingToStop() {
    assertThat(session.stop()).isFalse();
    session.resume();
  }

  @Test
  void aStopBetweenTwoPiecesIsMeantForTheSecond() {
    session.stop();
    assertThat(one("while (true) {}")).isEqualTo(new Outcome.Interrupted(false));
    session.resume();
    assertThat(((Outcome.Value) one("1 + 1")).value()).isEqualTo(2);
  }

  @Test
  void aVariableMayHideThePackageOfTheConsole() {
    one("int io = 3;");
    session.declare(Variable.of("unhidden", Integer.class, () -> 5));
    assertThat(session.findValue("unhidden")).contains(5);
    assertThat(session.findValue("io")).contains(3);
  }

  @Test
  void aDescriptionThatIsDeafIsLeftBehindAndSaysSo() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Thread stopper = new Thread(() -> {
      awaitDeafly(busy);
      session.stop();
      session.stop();
    });
    stopper.start();
    Outcome told = session.describe(() -> {
      busy.countDown();
      awaitDeafly(released);
      return "late";
    });
    released.countDown();
    stopper.join();
    session.resume();
    assertThat(told).isEqualTo(new Outcome.Interrupted(true));
  }

  @Test
  void aStopDoesNotKeepTheConsoleFromTeachingWords() {
    session.stop();
    session.declare(Variable.of("taught", Integer.class, () -> 5));
    session.resume();
    assertThat(session.findValue("taught")).contains(5);
  }

  @Test
  void whatWasAcceptedIsRemembered() {
    eval("int remembered = 3;");
    eval("int forgotten = ;");
    assertThat(session.accepted())
        .contains("int remembered = 3;")
        .doesNotContain("int forgotten = ;");
  }

  @Test
  void variablesAreListedWithTheirValues() {
    eval("String listed = \"x\";");
    VarSnippet variable =
        session.variables().filter(v -> v.name().equals("listed")).findFirst().orElseThrow();
    assertThat(variable.typeName()).isEqualTo("String");
    assertThat(session.valueOf(variable)).isEqualTo("x");
    assertThat(session.findValue("listed")).contains("x");
    assertThat(session.findValue("unheard")).isEmpty();
  }

  @Test
  void manyImportsMayShareOneSnippet() {
    session.prepare("import java.util.concurrent.*; import java.util.regex.*;");
    assertThat(one("Pattern.quote(\"a\")").good()).isTrue();
    assertThat(one("new Semaphore(1).availablePermits()").good()).isTrue();
  }

  @Test
  void lineByLineTheTextIsRunToItsFirstRefusal() {
    List<String> seen = new ArrayList<>();
    boolean all =
        session.cut(List.of("1\n2\n3"), null, piece -> seen.add(piece.source()) && seen.size() < 2);
    assertThat(all).isFalse();
    assertThat(seen).containsExactly("1", "2");
  }

  private static void awaitDeafly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // deaf
      }
    }
  }
}
