/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import io.alfheim.console.internal.classpath.SnippetLoaders;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this process. Not JShell's own in-process control, which replaces the exception
 * handler of the whole JVM.
 *
 * <p>JShell passes values as text. The text given to it here is a ticket; the real value is kept in
 * {@link Tickets}.
 */
final class SnippetControl extends DirectExecutionControl implements ExecutionControlProvider {
  private final SnippetLoaders loaders;
  private final Tickets tickets = new Tickets();
  private volatile @Nullable SnippetRun running;
  private @Nullable Throwable thrown;
  private boolean stopped;
  private BooleanSupplier unwanted = () -> false;

  SnippetControl(SnippetLoaders loaders) {
    super(loaders);
    this.loaders = loaders;
  }

  @Override
  public String name() {
    return "alfheim";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return this;
  }

  /**
   * Forgets what the last snippet left behind.
   *
   * @param unwanted asked before the next snippet runs: whether it was stopped before it began
   */
  void reset(BooleanSupplier unwanted) {
    this.unwanted = unwanted;
    tickets.clear();
    thrown = null;
    stopped = false;
  }

  Tickets tickets() {
    return tickets;
  }

  /** What the last snippet threw. */
  @Nullable
  Throwable thrown() {
    return thrown;
  }

  /** Whether the last snippet was stopped. */
  boolean stopped() {
    return stopped;
  }

  @Override
  protected String invoke(Method method) throws Exception {
    return tickets.issue(run(() -> invokeUnwrapped(method)));
  }

  private static @Nullable Object invokeUnwrapped(Method method) throws Exception {
    try {
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** An exception of the user's own may fail to say what it is. */
  @Override
  protected String throwConvertedInvocationException(Throwable cause)
      throws RunException, InternalException {
    try {
      return super.throwConvertedInvocationException(cause);
    } catch (RuntimeException | Error e) {
      throw new UserException(null, cause.getClass().getName(), cause.getStackTrace());
    }
  }

  private @Nullable Object run(Callable<@Nullable Object> body)
      throws InvocationTargetException, StoppedException, InterruptedException {
    SnippetRun run = new SnippetRun(body, loaders.newest());
    running = run;
    try {
      if (unwanted.getAsBoolean()) {
        stopped = true;
        throw new StoppedException();
      }
      return run.await();
    } catch (ExecutionException e) {
      thrown = e.getCause();
      if (run.stopAsked()) {
        stopped = true;
        throw new StoppedException();
      }
      throw new InvocationTargetException(e.getCause());
    } finally {
      running = null;
    }
  }

  /** Runs what is no snippet but may call the user's code; says what became of it. */
  Outcome runAside(Supplier<String> body) {
    SnippetRun run = new SnippetRun(body::get, loaders.newest());
    running = run;
    try {
      return new Outcome.Value(null, String.valueOf(run.await()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Interrupted(false);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return run.stopAsked() || cause == null
          ? new Outcome.Interrupted(cause instanceof SnippetRun.Abandoned)
          : new Outcome.Thrown(cause);
    } finally {
      running = null;
    }
  }

  /** Safe from any thread. */
  @Override
  public void stop() {
    stopRunning();
  }

  /** As {@link #stop()}; says whether there was anything to stop. */
  boolean stopRunning() {
    SnippetRun run = running;
    if (run != null) {
      run.stop();
    }
    return run != null;
  }

  @Override
  public String varValue(String className, String variable) throws InternalException {
    try {
      Field field = findClass(className).getDeclaredField(variable);
      field.setAccessible(true);
      return tickets.issue(field.get(null));
    } catch (ReflectiveOperationException e) {
      throw new InternalException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    stop();
  }
}
