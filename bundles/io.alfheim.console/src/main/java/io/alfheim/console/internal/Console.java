/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.ValueRenderer;
import io.alfheim.console.internal.classpath.CompletionIndex;
import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Style;
import io.alfheim.console.internal.render.Transcript;
import io.alfheim.console.internal.terminal.FirstScreen;
import io.alfheim.console.internal.terminal.HistoryFile;
import io.alfheim.console.internal.terminal.Prompt;
import io.alfheim.console.internal.terminal.SystemTerminal;
import io.alfheim.console.internal.terminal.TerminalWidth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The console as a function from arguments to the exit code. A service of a type of the JDK, as
 * whoever starts the framework shares no other types with it.
 */
@Component(service = ToIntFunction.class, property = "alfheim.console=main")
public final class Console implements ToIntFunction<String[]> {
  private static final int WIDTH_WITHOUT_TERMINAL = 120;

  private final BundleContext context;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ValueRenderer> renderers = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ConsoleContribution> contributions = List.of();

  /** Waits to be asked. */
  @Activate
  public Console(BundleContext context) {
    this.context = context;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    Ttys ttys = Ttys.of(context.getProperty("alfheim.tty"));
    Mode mode = Mode.of(List.of(arguments), ttys.in() && ttys.out());
    try (ExportedPackages packages = new ExportedPackages(context)) {
      return run(mode, ttys, packages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(Mode mode, Ttys ttys, ExportedPackages packages) throws IOException {
    if (mode instanceof Mode.Interactive) {
      return interactive(packages);
    }
    if (mode instanceof Mode.Expression expression) {
      return batch(expression.code(), null, expression.arguments(), ttys, packages);
    }
    if (mode instanceof Mode.Script script) {
      Path file = Path.of(script.file());
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        System.err.println("alfheim: there is no script '" + file + "' that can be read.");
        return ExitCode.USAGE;
      }
      return batch(Files.readString(file), script.file(), script.arguments(), ttys, packages);
    }
    Mode.Stdin stdin = (Mode.Stdin) mode;
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    return batch(text, null, stdin.arguments(), ttys, packages);
  }

  private int batch(
      String text,
      @Nullable String file,
      List<String> arguments,
      Ttys ttys,
      ExportedPackages packages) {
    Display display = new Display(style(ttys.out()), () -> WIDTH_WITHOUT_TERMINAL, this::renderers);
    Display errors = new Display(style(ttys.err()), display::width, this::renderers);
    try (SessionSource sessions = sessions(packages, arguments)) {
      return new BatchRun(sessions, display, new Transcript(errors), System.out, System.err)
          .run(text, file, file == null);
    }
  }

  private int interactive(ExportedPackages packages) throws IOException {
    try (SessionSource sessions = sessions(packages, List.of());
        Terminal terminal = SystemTerminal.open()) {
      sessions.startInBackground();
      Display display = new Display(style(true), new TerminalWidth(terminal), this::renderers);
      Optional<Path> history = HistoryFile.in(home());
      FirstScreen.show(terminal.writer(), display.style(), context.getBundle().getVersion());
      return new Prompt(terminal, sessions, display, history).run(context);
    }
  }

  private SessionSource sessions(ExportedPackages packages, List<String> arguments) {
    Path index = context.getDataFile("index").toPath();
    return new SessionSource(
        packages, new CompletionIndex(packages, index), () -> contributions, arguments);
  }

  /** The framework lists services with the lowest ranking first. */
  private List<ValueRenderer> renderers() {
    List<ValueRenderer> sorted = new ArrayList<>(renderers);
    Collections.reverse(sorted);
    return sorted;
  }

  private Path home() {
    String home = context.getProperty("alfheim.home");
    return home == null ? Path.of(System.getProperty("user.home"), ".alfheim") : Path.of(home);
  }

  private static Style style(boolean terminal) {
    String none = System.getenv("NO_COLOR");
    boolean unicode = Charset.defaultCharset().newEncoder().canEncode('…');
    return new Style(terminal && (none == null || none.isEmpty()), unicode);
  }
}
