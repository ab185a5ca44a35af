/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/**
 * What to tell of an exception: from the outermost cause inwards.
 *
 * @param expected whether it explains itself: it has a hint, so nobody needs its type or its trace
 */
public record Trouble(boolean expected, List<Cause> causes) {
  private static final int DEEPEST = 4;

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

  /** What the JVM says of two classes with one name, if one is known to snippets. */
  private static final String LOADER = "loader 'snippets'";

  private static final Trouble OUTDATED = new Trouble(
      true,
      List.of(new Cause(
          "LinkageError",
          Optional.of(
              "This was made before a bundle was updated and does not fit to what is there now."),
          Optional.of("/reload repeats this session with the new bundle."),
          List.of())));

  static Trouble of(Outcome.Thrown thrown, Function<String, Optional<Piece>> pieces) {
    if (thrown.thrown() instanceof LinkageError e
        && String.valueOf(e.getMessage()).contains(LOADER)) {
      return OUTDATED;
    }
    List<Cause> causes = new ArrayList<>();
    Throwable told = thrown.exception();
    Throwable real = thrown.thrown();
    while (told != null && causes.size() < DEEPEST) {
      causes.add(new Cause(
          typeOf(told),
          Optional.ofNullable(told.getMessage()),
          real == null ? Optional.empty() : hintOf(real),
          framesOf(told, pieces)));
      told = told.getCause();
      real = real == null ? null : real.getCause();
    }
    return new Trouble(causes.get(0).hint().isPresent(), List.copyOf(causes));
  }

  private static String typeOf(Throwable told) {
    String name = told instanceof EvalException e
        ? e.getExceptionClassName()
        : told.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** Exceptions of any bundle may have a public {@code String hint()}; they share no type. */
  static Optional<String> hintOf(Throwable thrown) {
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
    for (StackTraceElement element : told.getStackTrace()) {
      String file = element.getFileName();
      if (file != null && file.startsWith("#")) {
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
    @Nullable String method = element.getMethodName();
    boolean topLevel = method == null || method.isEmpty() || method.equals("do_it$");
    return new Frame(
        piece.position(line), topLevel ? "" : method, piece.lineAt(line).strip());
  }
}
