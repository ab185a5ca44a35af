/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.catalog.Progress;
import java.io.PrintStream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Shows on standard error how far long tasks have come, if that is a terminal. */
@Component
public final class TerminalProgress implements Progress {
  private final boolean shown;
  private final PrintStream err;

  /** With what the script found out about standard error. */
  @Activate
  public TerminalProgress(BundleContext context) {
    this(String.valueOf(context.getProperty("alfheim.tty")).contains("2"), System.err);
  }

  TerminalProgress(boolean shown, PrintStream err) {
    this.shown = shown;
    this.err = err;
  }

  @Override
  public Task begin(String what, long total) {
    return shown
        ? new ProgressBar(what, total, err, System::nanoTime)
        : Progress.NONE.begin(what, total);
  }
}
