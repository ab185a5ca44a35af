/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static java.util.Objects.requireNonNull;

import io.alfheim.console.internal.ExitCode;
import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.command.Command;
import io.alfheim.console.internal.command.Interpreter;
import io.alfheim.console.internal.command.StandardCommands;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.help.Explanation;
import io.alfheim.console.internal.help.Topic;
import io.alfheim.console.internal.help.Topics;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Transcript;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.osgi.framework.BundleContext;

/** Reads what a person types and shows what comes of it, until they leave. */
public final class Prompt {
  private static final System.Logger LOG = System.getLogger(Prompt.class.getName());
  private static final String NAME = "alfheim> ";
  private static final String CONTINUED = "    ...> ";

  private final Terminal terminal;
  private final SessionSource sessions;
  private final Display display;
  private final Transcript transcript;
  private final Interpreter interpreter;
  private final JavaDocs docs;
  private final LineReader reader;
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  /**
   * A prompt on a terminal.
   *
   * @param history where to keep what was entered; empty to forget it
   */
  public Prompt(
      Terminal terminal, SessionSource sessions, Display display, Optional<Path> history) {
    this.terminal = terminal;
    this.sessions = sessions;
    this.display = display;
    this.transcript = new Transcript(display);
    this.docs = new JavaDocs(sessions, display.style());
    this.interpreter = new Interpreter(sessions, this::show, this::complain);
    StandardCommands.addTo(interpreter, sessions, display, this::print);
    this.reader = reader(history);
    interpreter.define(
        Command.of("/history", "", "what was entered, now and before", a -> history()));
  }

  private LineReader reader(Optional<Path> history) {
    LineReaderBuilder builder = LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("alfheim")
        .parser(new SnippetParser(text -> sessions.get().isOpen(text)))
        .completer(new SnippetCompleter(sessions, interpreter))
        .history(new DiscreetHistory())
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, display.style().dim(CONTINUED))
        .variable(LineReader.LIST_MAX, 120)
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.CASE_INSENSITIVE, true)
        .option(Option.HISTORY_IGNORE_SPACE, true);
    if (display.color()) {
      builder.highlighter(new JavaHighlighter());
    }
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader made = builder.build();
    made.getWidgets().put("show-docs", this::showDocs);
    KeyMap<Binding> keys = requireNonNull(made.getKeyMaps().get(LineReader.MAIN));
    keys.bind(
        new Reference("show-docs"), KeyMap.key(terminal, Capability.back_tab), KeyMap.alt('d'));
    return made;
  }

  /**
   * Runs until the person leaves.
   *
   * @return the exit code
   */
  public int run(BundleContext bundles) {
    terminal.handle(Terminal.Signal.INT, signal -> sessions.stop());
    BundleNotices listener = new BundleNotices(this::notice);
    bundles.addBundleListener(listener);
    PluginTroubles troubles = new PluginTroubles(this::notice);
    troubles.open();
    try {
      while (interpreter.exit().isEmpty()) {
        notices.removeIf(this::printed);
        readOne();
      }
      return interpreter.exit().orElse(ExitCode.OK);
    } finally {
      bundles.removeBundleListener(listener);
      troubles.close();
    }
  }

  /** Whether a line is typed right now. */
  public boolean isReading() {
    return reader.isReading();
  }

  private void readOne() {
    sessions.resume(); // while a line is typed, Ctrl-C is the reader's
    try {
      takeSafely(reader.readLine(display.style().prompt(NAME)));
    } catch (UserInterruptException e) {
      // Ctrl-C clears the line, and that has happened.
    } catch (EndOfFileException e) {
      interpreter.exit(ExitCode.OK);
    }
  }

  /** One line must not take with it all that was entered before. */
  private void takeSafely(String line) {
    try {
      take(line);
    } catch (RuntimeException | Error e) {
      if (!sessions.isMade()) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "A line could not be taken", e);
      Session session = sessions.get();
      print(transcript.trouble(session.failed(e), session));
    }
  }

  private void take(String line) {
    String text = line.strip();
    if (text.endsWith("?")) {
      String asked = text.substring(0, text.length() - 1).strip();
      print(explain(asked));
    } else if (!text.isEmpty()) {
      interpreter.enter(line, null);
      System.out.flush();
    }
  }

  private String explain(String asked) {
    return Topics.read()
        .find(asked)
        .map(Topic::toString)
        .or(() -> sessions.get().findValue(asked).map(Explanation::of))
        .or(() -> docs.find(asked))
        .orElse("Nobody knows '" + asked
            + "'. The words of the console: help(). The variables: /vars.");
  }

  private boolean showDocs() {
    docs.find(reader.getBuffer().upToCursor())
        .ifPresentOrElse(reader::printAbove, () -> terminal.puts(Capability.bell));
    return true;
  }

  private void show(Outcome outcome, Session session) {
    System.out.flush();
    String text = transcript.text(outcome, session);
    if (!text.isEmpty()) {
      print(text);
    }
  }

  private void history() {
    for (History.Entry entry : reader.getHistory()) {
      print(entry.line());
    }
  }

  private void complain(String text) {
    print(display.style().error(text));
  }

  /** Tells something that nobody asked for, above the line that is being typed. */
  public void notice(String text) {
    String line = display.style().dim((display.unicode() ? "● " : "* ") + text);
    if (reader.isReading()) {
      reader.printAbove(line);
    } else {
      notices.add(line);
    }
  }

  private boolean printed(String text) {
    print(text);
    return true;
  }

  /** Prints lines. */
  public void print(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }
}
