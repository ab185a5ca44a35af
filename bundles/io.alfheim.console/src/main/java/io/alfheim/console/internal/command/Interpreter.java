/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.command;

import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.engine.KnownTrouble;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Piece;
import io.alfheim.console.internal.engine.Session;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what is entered: snippets go to the session, commands to their actions. */
public final class Interpreter {
  private final SessionSource sessions;
  private final BiConsumer<Outcome, Session> outcomes;
  private final Consumer<String> complaints;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private OptionalInt exit = OptionalInt.empty();

  /**
   * An interpreter without commands.
   *
   * @param outcomes told what became of each snippet
   * @param complaints told why a command did not work
   */
  public Interpreter(
      SessionSource sessions, BiConsumer<Outcome, Session> outcomes, Consumer<String> complaints) {
    this.sessions = sessions;
    this.outcomes = outcomes;
    this.complaints = complaints;
  }

  /** Adds a command. */
  public void define(Command command) {
    commands.put(command.name(), command);
  }

  /** The commands by name. */
  public Collection<Command> commands() {
    return commands.values();
  }

  /** Ends everything that is being entered. */
  public void exit(int code) {
    exit = OptionalInt.of(code);
  }

  /** The exit code, once the end was asked for. */
  public OptionalInt exit() {
    return exit;
  }

  /**
   * Runs a text to its end or to the first piece that does not do what it says.
   *
   * @param file the name of the script, null at the prompt
   * @return whether the end was reached
   */
  public boolean enter(String text, @Nullable String file) {
    return enter(List.of(text), file);
  }

  /** As {@link #enter(String, String)}, of texts in turn: none is taken for a part of another. */
  public boolean enter(List<String> texts, @Nullable String file) {
    return sessions.get().cut(texts, file, this::enter);
  }

  private boolean enter(Piece piece) {
    if (piece.isCommand()) {
      return run(piece.source()) && exit.isEmpty();
    }
    Session session = sessions.get();
    boolean good = true;
    for (Outcome outcome : session.eval(piece)) {
      outcomes.accept(outcome, session);
      good &= outcome.good();
    }
    return good;
  }

  private boolean run(String line) {
    String[] words = line.strip().split("\\s+", 2);
    Command command = commands.get(words[0]);
    if (command == null) {
      complaints.accept("There is no command '" + words[0] + "'. See /help.");
      return false;
    }
    try {
      return command.action().run(words.length > 1 ? words[1] : "");
    } catch (FileSystemException e) {
      complaints.accept(KnownTrouble.line(e, KnownTrouble.BY_CODE));
    } catch (IOException | IllegalArgumentException e) {
      complaints.accept(words[0] + " did not work: " + e.getMessage());
    }
    return false;
  }
}
