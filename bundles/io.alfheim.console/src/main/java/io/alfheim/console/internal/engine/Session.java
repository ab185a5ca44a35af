/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.internal.classpath.BundleFiles;
import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.classpath.SnippetLoaders;
import io.alfheim.console.internal.snippet.Bindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** A JShell on the bundles. Used by one thread at a time; {@link #stop()} excepted. */
public final class Session implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final ExportedPackages packages;
  private final SnippetLoaders loaders;
  private final SnippetControl control;
  private final JShell shell;
  private final Map<String, Piece> pieces = new LinkedHashMap<>();
  private final List<String> accepted = new ArrayList<>();
  private long generation;
  private volatile boolean stopAsked;
  private @Nullable Throwable lastThrown;

  /**
   * Starts an engine, which takes some tenths of a second.
   *
   * @param index folders with the names of classes, for completion
   */
  public Session(ExportedPackages packages, Supplier<List<Path>> index) {
    this.packages = packages;
    generation = packages.generation();
    loaders = new SnippetLoaders(packages, new InterruptionWeaver());
    control = new SnippetControl(loaders);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The compiler looks for its parts with the context class loader, which may be anyone's.
    thread.setContextClassLoader(JShell.class.getClassLoader());
    try {
      shell = JShell.builder()
          .executionEngine(control, Map.of())
          .fileManager(jdk -> new BundleFiles(jdk, packages, index))
          .compilerOptions("-g", "-proc:none", "-Xlint:-options")
          .build();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Completion, documentation and completeness. The first call begins to index all classes. */
  public SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /** Takes note of bundles that came or went. To be called before each use. */
  public void followBundles() {
    long now = packages.generation();
    if (generation != now) {
      generation = now;
      // A new class path, of whatever name, makes the compiler forget what it read of the old one.
      shell.addToClasspath("bundles:" + now);
      if (packages.takeReplaced()) {
        loaders.nextGeneration();
      }
    }
  }

  /** Runs through all that a first snippet would otherwise be slow at. */
  public void warmUp() {
    isOpen("List.of(1)");
    prepare("{ var warm = java.util.List.of(1).stream().map(i -> i + 1).toList(); }");
    var unused = analysis().completionSuggestions("java.util.Lis", 13, new int[1]);
  }

  /** Evaluates something that is not the user's. */
  public void prepare(String source) {
    control.reset(() -> false);
    for (SnippetEvent event : shell.eval(source)) {
      if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The console cannot prepare ''{0}'': {1}",
            source,
            shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
      }
    }
  }

  /** Declares a variable that holds a live object. */
  public void declare(ConsoleContribution.Variable variable) {
    String key = UUID.randomUUID().toString();
    Object value = variable.value().get();
    if (value != null) {
      Bindings.leave(key, value);
    }
    // A cast, as a variable that is named io hides the package io where a value may stand.
    prepare("%s %s = (%s) ((%s) null).fetch(\"%s\");"
        .formatted(
            variable.type(), variable.name(), variable.type(), Bindings.class.getName(), key));
  }

  /**
   * Cuts texts into pieces and hands them on until one is refused.
   *
   * @param texts one after the other; the next goes on with what the one before left open
   * @param file the name of the script, null at the prompt
   * @return whether all were taken
   */
  public boolean cut(List<String> texts, @Nullable String file, Predicate<Piece> sink) {
    return new Cutter(analysis(), texts, file).cut(sink);
  }

  /** Whether a text is the beginning of something longer. */
  public boolean isOpen(String text) {
    return Cutter.isOpen(analysis().analyzeCompletion(text).completeness());
  }

  /** Runs one piece; none after a stop, until {@link #resume()}. */
  public List<Outcome> eval(Piece piece) {
    if (stopAsked) {
      return List.of(new Outcome.Interrupted(false));
    }
    control.reset(() -> stopAsked);
    List<Outcome> outcomes = new ArrayList<>();
    OutcomeReader reader = new OutcomeReader(shell, control);
    for (SnippetEvent event : shell.eval(piece.source())) {
      if (event.causeSnippet() == null) {
        pieces.put(event.snippet().id(), piece);
        outcomes.add(reader.read(event, piece));
        lastThrown = control.thrown() == null ? lastThrown : control.thrown();
      }
    }
    if (outcomes.stream().allMatch(Outcome::good)) {
      accepted.add(piece.source());
    }
    return outcomes;
  }

  /**
   * Describes something with the help of the user's own code, such as {@code toString()}, which may
   * take for ever.
   *
   * @return the text as a value, or that it was stopped, or what was thrown
   */
  public Outcome describe(Supplier<String> description) {
    Outcome outcome = control.runAside(description);
    return outcome instanceof Outcome.Thrown thrown ? failed(thrown.thrown()) : outcome;
  }

  /** What to tell of an exception that no snippet threw; it is the last one from now on. */
  public Outcome.Thrown failed(Throwable thrown) {
    lastThrown = thrown;
    return new Outcome.Thrown(thrown);
  }

  /** What is evaluated from now on is new: no earlier stop was meant for it. */
  public void resume() {
    stopAsked = false;
  }

  /**
   * Stops what runs and what was to come after it. Safe from any thread.
   *
   * @return whether there was anything to stop
   */
  public boolean stop() {
    stopAsked = true; // also between two pieces, when nothing runs and the compiler is at work
    return control.stopRunning();
  }

  /** What was thrown last. */
  public Optional<Throwable> findLastThrown() {
    return Optional.ofNullable(lastThrown);
  }

  /** The piece that a snippet came from. */
  Optional<Piece> findPiece(String snippetId) {
    return Optional.ofNullable(pieces.get(snippetId));
  }

  /** Where in the user's text an exception comes from, and what it says. */
  public Trouble trouble(Outcome.Thrown thrown) {
    return Trouble.of(thrown, this::findPiece);
  }

  /** The declarations that a text names and that cannot be used yet. */
  public List<Outcome.Waiting> waitingIn(String text) {
    List<String> words = List.of(text.split("\\W+"));
    OutcomeReader reader = new OutcomeReader(shell, control);
    return shell
        .snippets()
        .filter(each -> shell.status(each) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
        .flatMap(each -> each instanceof DeclarationSnippet d ? Stream.of(d) : Stream.empty())
        .filter(each -> words.contains(each.name()))
        .flatMap(each -> findPiece(each.id()).map(p -> reader.waitingFor(each, p, false)).stream())
        .toList();
  }

  /** What the user has entered so far, without what failed. */
  public List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** The variables, the user's and those that were there. */
  public Stream<VarSnippet> variables() {
    return shell.variables();
  }

  /** What a variable holds now. */
  public @Nullable Object valueOf(VarSnippet variable) {
    return control.tickets().redeem(shell.varValue(variable));
  }

  /** What the variable of a name holds now. */
  public Optional<Object> findValue(String name) {
    return variables()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .map(this::valueOf);
  }

  /** The imports in force, as source. */
  public Stream<String> imports() {
    return shell.imports().map(each -> each.source().strip());
  }

  @Override
  public void close() {
    shell.close();
  }
}
