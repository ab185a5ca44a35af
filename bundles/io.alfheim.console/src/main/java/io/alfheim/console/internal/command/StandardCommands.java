/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.command;

import io.alfheim.catalog.Counted;
import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Transcript;
import io.alfheim.console.internal.render.TypeNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jshell.VarSnippet;

/** The commands that work at the prompt and in scripts alike. */
public final class StandardCommands {
  private final Interpreter interpreter;
  private final SessionSource sessions;
  private final Display display;
  private final Consumer<String> out;

  private StandardCommands(
      Interpreter interpreter, SessionSource sessions, Display display, Consumer<String> out) {
    this.interpreter = interpreter;
    this.sessions = sessions;
    this.display = display;
    this.out = out;
  }

  /** Teaches an interpreter these commands. */
  public static void addTo(
      Interpreter interpreter, SessionSource sessions, Display display, Consumer<String> out) {
    StandardCommands commands = new StandardCommands(interpreter, sessions, display, out);
    interpreter.define(Command.of("/help", "", "the commands", a -> commands.help()));
    interpreter.define(
        Command.of("/vars", "", "variables, their types and values", a -> commands.variables()));
    interpreter.define(Command.of("/imports", "", "imports in force", a -> commands.imports()));
    interpreter.define(new Command("/open", "FILE", "run a script here", commands::open));
    interpreter.define(Command.of("/save", "FILE", "write what was entered", commands::save));
    interpreter.define(new Command(
        "/reload", "", "begin anew and repeat what was entered", a -> commands.reload()));
    interpreter.define(
        Command.of("/trace", "", "the last exception in full", a -> commands.trace()));
    interpreter.define(Command.of("/exit", "[CODE]", "leave, also Ctrl-D", commands::exit));
  }

  private void help() {
    out.accept("Words such as search and load: help(). Commands:");
    for (Command command : interpreter.commands()) {
      out.accept("  %-15s %s"
          .formatted(
              (command.name() + " " + command.argument()).strip(),
              display.style().dim(command.help())));
    }
  }

  private void variables() {
    Session session = sessions.get();
    tell(session, () -> variablesOf(session));
  }

  /** Both values and exceptions may fail to say what they are. */
  private void tell(Session session, Supplier<String> description) {
    Outcome told = session.describe(description);
    out.accept(
        told instanceof Outcome.Value text
            ? String.valueOf(text.value())
            : new Transcript(display).trouble(told, session));
  }

  private String variablesOf(Session session) {
    List<List<?>> rows = new ArrayList<>();
    for (VarSnippet variable : session.variables().toList()) {
      Object value = session.valueOf(variable);
      boolean failed = value == null && variable.name().startsWith("$"); // nobody asks for that
      if (!failed) {
        String type = TypeNames.shorten(variable.typeName());
        rows.add(List.of(variable.name(), type, display.briefAny(value)));
      }
    }
    return display.table(List.of("name", "type", "value"), rows, rows.size());
  }

  private void imports() {
    sessions.get().imports().forEach(out);
  }

  private boolean open(String file) throws IOException {
    return interpreter.enter(SourceText.of(path(file), file), file);
  }

  private void save(String file) throws IOException {
    List<String> accepted = sessions.get().accepted();
    Files.write(path(file), accepted);
    String snippets = Counted.of(accepted.size(), "snippet");
    out.accept(display.style().dim(snippets + " written to " + file));
  }

  private static Path path(String file) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("name a file.");
    }
    return Path.of(
        file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file);
  }

  private boolean reload() {
    List<String> accepted = sessions.get().accepted();
    sessions.restart();
    int repeated = 0;
    for (String source : accepted) {
      repeated += interpreter.enter(source, null) ? 1 : 0;
    }
    String snippets = Counted.of(accepted.size(), "snippet");
    out.accept(display.style().dim("Repeated " + repeated + " of " + snippets + "."));
    return repeated == accepted.size();
  }

  private void trace() {
    Session session = sessions.get();
    session
        .findLastThrown()
        .ifPresentOrElse(
            thrown -> tell(session, () -> inFull(thrown)), () -> out.accept("Nothing was thrown."));
  }

  private static String inFull(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().stripTrailing();
  }

  private void exit(String code) {
    if (!code.matches("\\d{0,3}")) {
      throw new IllegalArgumentException("'" + code + "' is not an exit code.");
    }
    interpreter.exit(code.isEmpty() ? 0 : Integer.parseInt(code));
  }
}
