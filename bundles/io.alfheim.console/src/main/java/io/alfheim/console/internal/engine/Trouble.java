/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/**
 * What to tell of an exception: from the outermost cause inwards.
 *
 * @param expected whether it explains itself: it has a hint, so nobody needs its type or its trace
 */
public record Trouble(boolean expected, List<Cause> causes) {
  private static final int DEEPEST = 4;

  /** The class that JShell puts around a declaration; it takes it off where it tells a message. */
  private static final Pattern WRAPPER = Pattern.compile("^REPL\\.\\$JShell\\$\\w+\\$");

  /** The method that JShell makes of a line. */
  private static final String LINE = "do_it$";

  /** What a variable is set to may have a method of its own, called by that of its line. */
  private static final String INITIALIZER = "do_it$Aux";

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  /**
   * One exception of the chain.
   *
   * @param type the simple name of its class
   * @param frames the places in the user's own text, innermost first
   */
  public record Cause(
      String type, Optional<String> message, Optional<String> hint, List<Frame> frames) {}

  /**
   * A place in the user's text.
   *
   * @param position {@code analysis.jsh:12}; at the prompt empty
   * @param method the method around it, empty at top level
   * @param source the line itself
   */
  public record Frame(String position, String method, String source) {}

  static Trouble of(Outcome.Thrown thrown, Function<String, Optional<Piece>> pieces) {
    List<Cause> causes = new ArrayList<>();
    Throwable told = thrown.exception();
    Throwable real = thrown.thrown();
    while (told != null && causes.size() < DEEPEST) {
      causes.add(causeOf(told, real, framesOf(told, pieces)));
      told = told.getCause();
      real = real == null || told == null ? null : real.getCause();
    }
    return new Trouble(causes.get(0).hint().isPresent(), List.copyOf(causes));
  }

  private static Cause causeOf(Throwable told, @Nullable Throwable real, List<Frame> frames) {
    Optional<Throwable> thrown = Optional.ofNullable(real);
    Optional<KnownTrouble> known = thrown.flatMap(KnownTrouble::find);
    return new Cause(
        typeOf(told),
        known.map(KnownTrouble::message).or(() -> messageOf(told)),
        known.map(KnownTrouble::hint).or(() -> thrown.flatMap(Trouble::hintOf)),
        frames);
  }

  /** An exception of the user's own may fail to give it. */
  private static Optional<String> messageOf(Throwable told) {
    try {
      return Optional.ofNullable(told.getMessage());
    } catch (RuntimeException | Error e) {
      return Optional.empty();
    }
  }

  private static String typeOf(Throwable told) {
    String full = told instanceof EvalException e
        ? e.getExceptionClassName()
        : told.getClass().getName();
    String name = WRAPPER.matcher(full).replaceFirst("");
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** Exceptions of any bundle may have a public {@code String hint()}; they share no type. */
  public static Optional<String> hintOf(Throwable thrown) {
    try {
      Method hint = thrown.getClass().getMethod("hint");
      hint.setAccessible(true);
      return hint.invoke(thrown) instanceof String text && !text.isBlank()
          ? Optional.of(text)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<Frame> framesOf(Throwable told, Function<String, Optional<Piece>> pieces) {
    List<Frame> frames = new ArrayList<>();
    String last = "";
    for (StackTraceElement element : told.getStackTrace()) {
      String file = element.getFileName();
      boolean again = last.equals(INITIALIZER);
      last = String.valueOf(element.getMethodName());
      if (file != null && file.startsWith("#") && !again) {
        pieces
            .apply(file.substring(1))
            .map(piece -> frameOf(element, piece))
            .ifPresent(frames::add);
      }
    }
    return frames;
  }

  private static Frame frameOf(StackTraceElement element, Piece piece) {
    int line = element.getLineNumber() - 1;
    return new Frame(
        piece.position(line),
        nameOf(element.getMethodName()),
        piece.lineAt(line).strip());
  }

  /** The method that the user wrote; a lambda has the name of the one around it. */
  private static String nameOf(@Nullable String method) {
    String name = method == null ? "" : LAMBDA.matcher(method).replaceFirst("$1");
    return name.equals(LINE) || name.equals(INITIALIZER) ? "" : name;
  }
}
