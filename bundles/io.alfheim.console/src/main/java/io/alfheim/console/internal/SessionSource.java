/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.engine.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes the session ahead of its first use and keeps it in step with the bundles. */
public final class SessionSource implements AutoCloseable {
  private final ExportedPackages packages;
  private final Supplier<List<Path>> index;
  private final Vocabulary vocabulary;
  private CompletableFuture<Session> session = new CompletableFuture<>();

  SessionSource(ExportedPackages packages, Supplier<List<Path>> index, Vocabulary vocabulary) {
    this.packages = packages;
    this.index = index;
    this.vocabulary = vocabulary;
  }

  /** Begins to make the session, and warms it up, while the user reads the first screen. */
  void startInBackground() {
    Thread thread = new Thread(this::startWarm, "console-start");
    thread.setDaemon(true);
    thread.start();
  }

  @SuppressWarnings("CatchingUnchecked") // whatever it is belongs to whoever waits
  private void startWarm() {
    try {
      Session made = make();
      made.warmUp();
      session.complete(made);
    } catch (Throwable e) {
      session.completeExceptionally(e);
    }
  }

  /** Makes the session here and now. */
  void start() {
    session.complete(make());
  }

  private Session make() {
    Session made = new Session(packages, index);
    vocabulary.begin(made);
    return made;
  }

  /** The session, in step with the bundles that are there now. Waits until it is made. */
  public Session get() {
    Session made = session.join();
    made.followBundles();
    vocabulary.follow(made);
    return made;
  }

  /** Stops what runs and says whether there was anything to stop. Safe from any thread. */
  public boolean stop() {
    return isMade() && session.join().stop();
  }

  /** What is entered from now on is new: no earlier stop was meant for it. */
  public void resume() {
    if (isMade()) {
      session.join().resume();
    }
  }

  /** Throws the session away for a new one. */
  public void restart() {
    session.join().close();
    session = new CompletableFuture<>();
    start();
  }

  /** Whether there is a session; without one nothing can be entered. */
  public boolean isMade() {
    return session.isDone() && !session.isCompletedExceptionally();
  }

  @Override
  public void close() {
    if (isMade()) {
      session.join().close();
    }
  }
}
