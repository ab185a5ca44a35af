/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.internal.classpath.CompletionIndex;
import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.engine.Session;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes the session ahead of its first use and keeps it in step with the bundles. */
public final class SessionSource implements AutoCloseable {
  private static final String IMPORTS = """
      import java.util.*; import java.util.stream.*; import java.nio.file.*; import java.time.*; \
      import io.alfheim.data.*; import static io.alfheim.console.Verbs.*;""";

  private final ExportedPackages packages;
  private final CompletionIndex index;
  private final Supplier<List<ConsoleContribution>> contributions;
  private final ConsoleContribution.Variable arguments;
  private final Set<ConsoleContribution> applied =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private CompletableFuture<Session> session = new CompletableFuture<>();

  SessionSource(
      ExportedPackages packages,
      CompletionIndex index,
      Supplier<List<ConsoleContribution>> contributions,
      List<String> arguments) {
    this.packages = packages;
    this.index = index;
    this.contributions = contributions;
    this.arguments =
        ConsoleContribution.Variable.of("args", String[].class, arguments.toArray(String[]::new));
  }

  /** Begins to make the session, and warms it up, while the user reads the first screen. */
  void startInBackground() {
    Thread thread = new Thread(
        () -> {
          try {
            Session made = make();
            made.warmUp();
            session.complete(made);
          } catch (RuntimeException | Error e) {
            session.completeExceptionally(e);
          }
        },
        "console-start");
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes the session here and now. */
  void start() {
    session.complete(make());
  }

  private Session make() {
    Session made = new Session(packages, index);
    made.prepare(IMPORTS);
    made.declare(arguments);
    applied.clear();
    applyContributions(made);
    return made;
  }

  private void applyContributions(Session target) {
    List<ConsoleContribution> present = contributions.get();
    applied.retainAll(present);
    for (ConsoleContribution contribution : present) {
      if (applied.add(contribution)) {
        contribution.imports().forEach(each -> target.prepare("import " + each + ";"));
        contribution.variables().forEach(target::declare);
      }
    }
  }

  /** The session, in step with the bundles that are there now. Waits until it is made. */
  public Session get() {
    Session made = session.join();
    made.followBundles();
    applyContributions(made);
    return made;
  }

  /** Stops what runs and says whether there was anything to stop. Safe from any thread. */
  public boolean stop() {
    return session.isDone()
        && !session.isCompletedExceptionally()
        && session.join().stop();
  }

  /** Throws the session away for a new one. */
  public Session restart() {
    session.join().close();
    session = new CompletableFuture<>();
    start();
    return session.join();
  }

  @Override
  public void close() {
    if (session.isDone() && !session.isCompletedExceptionally()) {
      session.join().close();
    }
  }
}
