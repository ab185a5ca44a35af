/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.terminal.FirstScreen;
import io.alfheim.console.internal.terminal.HiddenLine;
import io.alfheim.console.internal.terminal.HistoryFile;
import io.alfheim.console.internal.terminal.OpenCatalog;
import io.alfheim.console.internal.terminal.Prompt;
import io.alfheim.console.internal.terminal.SystemTerminal;
import io.alfheim.console.internal.terminal.TerminalWidth;
import io.alfheim.store.SecretPrompt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A person at a prompt, from the first screen on. */
final class InteractiveRun {
  /** How long the first screen waits for the catalog. */
  private static final long PATIENCE_MILLIS = 250;

  /** Makes a display for a terminal. */
  @FunctionalInterface
  interface Displays {
    Display of(boolean terminal, IntSupplier width);
  }

  private final BundleContext context;
  private final Displays displays;
  private final Path home;

  InteractiveRun(BundleContext context, Displays displays) {
    this.context = context;
    this.displays = displays;
    String given = context.getProperty("alfheim.home");
    this.home =
        given == null ? Path.of(System.getProperty("user.home"), ".alfheim") : Path.of(given);
  }

  /**
   * Runs until the person leaves.
   *
   * @return the exit code
   */
  int run(SessionSource sessions) throws IOException {
    // The catalog is opened while the prompt is made; the engine, which can wait, while both idle.
    CompletableFuture<OpenCatalog> open = look();
    try (Terminal terminal = SystemTerminal.open()) {
      boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
      Display display = displays.of(!dumb, new TerminalWidth(terminal));
      Prompt prompt = new Prompt(terminal, sessions, display, HistoryFile.in(home));
      sessions.startInBackground();
      showFirst(new FirstScreen(display.style()), open, prompt);
      var asked = context.registerService(
          SecretPrompt.class, new HiddenLine(terminal, prompt::isReading), null);
      try {
        return prompt.run(context);
      } finally {
        asked.unregister();
      }
    }
  }

  private void showFirst(FirstScreen screen, CompletableFuture<OpenCatalog> open, Prompt prompt) {
    OpenCatalog opening = OpenCatalog.opening(home);
    OpenCatalog known = open.copy()
        .completeOnTimeout(opening, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .join();
    screen.lines(context.getBundle().getVersion(), known).forEach(prompt::print);
    if (known.equals(opening)) {
      var unused = open.thenAccept(late -> prompt.notice(late.description()));
    }
  }

  private CompletableFuture<OpenCatalog> look() {
    CompletableFuture<OpenCatalog> open = new CompletableFuture<>();
    Thread thread = new Thread(() -> open.complete(lookNow()), "console-catalog");
    thread.setDaemon(true);
    thread.start();
    return open;
  }

  private OpenCatalog lookNow() {
    try {
      ServiceReference<Catalog> reference = context.getServiceReference(Catalog.class);
      Catalog catalog = reference == null ? null : context.getService(reference);
      return catalog == null ? OpenCatalog.none() : OpenCatalog.of(catalog);
    } catch (RuntimeException e) {
      return OpenCatalog.failed(home, String.valueOf(e.getMessage()));
    }
  }
}
