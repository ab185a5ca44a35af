/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.ValueRenderer;
import io.alfheim.console.internal.classpath.CompletionIndex;
import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.engine.KnownTrouble;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.terminal.HiddenLine;
import io.alfheim.console.internal.terminal.SystemTerminal;
import io.alfheim.store.SecretPrompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jline.terminal.Terminal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
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
  private final BundleContext context;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ValueRenderer> renderers = List.of();

  /** References, as to ask for the services would open the catalog before the prompt is there. */
  @Reference(
      service = ConsoleContribution.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ServiceReference<ConsoleContribution>> contributions = List.of();

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
      return mode instanceof Mode.Interactive ? interactive(packages) : batch(mode, ttys, packages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int interactive(ExportedPackages packages) throws IOException {
    Path root = context.getDataFile("index").toPath();
    Vocabulary vocabulary = new Vocabulary(this::contributions, List.of(), name -> true);
    try (CompletionIndex index = new CompletionIndex(packages, root);
        SessionSource sessions = new SessionSource(packages, index::folders, vocabulary)) {
      return new InteractiveRun(context, this::display).run(sessions);
    }
  }

  private int batch(Mode mode, Ttys ttys, ExportedPackages packages) throws IOException {
    BatchInput input;
    try {
      input = BatchInput.of(mode, System.in);
    } catch (FileSystemException e) {
      System.err.println("alfheim: " + KnownTrouble.line(e, "ls '%s'"));
      return ExitCode.USAGE;
    } catch (IOException e) {
      System.err.println("alfheim: " + e.getMessage());
      return ExitCode.USAGE;
    }
    int width = Ttys.columns(context.getProperty("alfheim.columns"));
    Display out = display(ttys.out(), () -> width);
    // What another program reads is one line for each error.
    Display err = display(ttys.err(), () -> ttys.err() ? width : Integer.MAX_VALUE);
    Vocabulary vocabulary = new Vocabulary(this::contributions, input.arguments(), input::mentions);
    if (ttys.in() && ttys.out()) {
      context.registerService(SecretPrompt.class, Console::askBetween, null);
    }
    try (SessionSource sessions = new SessionSource(packages, List::of, vocabulary)) {
      return new BatchRun(sessions, out, err).run(input);
    }
  }

  /** A run without a person may have one after all; the terminal is taken for the question only. */
  private static String askBetween(String words) throws IOException {
    try (Terminal terminal = SystemTerminal.open()) {
      return new HiddenLine(terminal, () -> false).ask(words);
    }
  }

  private Display display(boolean terminal, IntSupplier width) {
    return new Display(Styles.of(terminal), width, this::renderers);
  }

  private List<ConsoleContribution> contributions() {
    return contributions.stream()
        .map(context::getService)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The framework lists services with the lowest ranking first. */
  private List<ValueRenderer> renderers() {
    List<ValueRenderer> sorted = new ArrayList<>(renderers);
    Collections.reverse(sorted);
    return sorted;
  }
}
