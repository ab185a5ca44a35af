/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.ConsoleContribution.Variable;
import io.alfheim.console.internal.engine.Session;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What snippets find there: imports and variables, the console's own and those of other bundles. */
final class Vocabulary {
  private static final System.Logger LOG = System.getLogger(Vocabulary.class.getName());

  /** One text of many imports, as each snippet costs time. */
  private static final String IMPORTS = Stream.of(
          "java.util.*",
          "java.util.stream.*",
          "java.nio.file.*",
          "java.time.*",
          "io.alfheim.alf.*",
          "io.alfheim.data.*",
          "io.alfheim.catalog.*",
          "static io.alfheim.console.Verbs.*")
      .map(each -> "import " + each + ";")
      .collect(Collectors.joining(" "));

  private final Supplier<List<ConsoleContribution>> contributions;
  private final Variable arguments;
  private final Predicate<String> needed;
  private final Set<ConsoleContribution> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * The vocabulary of one run.
   *
   * @param arguments what snippets find in {@code args}
   * @param needed whether a variable of this name may be asked for; the others are left out
   */
  Vocabulary(
      Supplier<List<ConsoleContribution>> contributions,
      List<String> arguments,
      Predicate<String> needed) {
    this.contributions = contributions;
    this.arguments = Variable.of("args", String[].class, () -> arguments.toArray(String[]::new));
    this.needed = needed;
  }

  /** Teaches a new session all there is. */
  void begin(Session session) {
    session.prepare(IMPORTS);
    declare(arguments, session);
    known.clear();
    follow(session);
  }

  /** Teaches a session what came since. */
  void follow(Session session) {
    List<ConsoleContribution> present = contributions.get();
    known.retainAll(present);
    for (ConsoleContribution contribution : present) {
      if (known.add(contribution)) {
        contribution.imports().forEach(each -> session.prepare("import " + each + ";"));
        contribution.variables().forEach(variable -> declare(variable, session));
      }
    }
  }

  private void declare(Variable variable, Session session) {
    if (!needed.test(variable.name())) {
      return;
    }
    try {
      session.declare(variable);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "No value for the variable " + variable.name(), e);
    }
  }
}
