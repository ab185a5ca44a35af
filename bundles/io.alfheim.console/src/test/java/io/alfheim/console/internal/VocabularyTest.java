/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.engine.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  @TempDir
  Path folder;

  private final List<ConsoleContribution> contributions = new ArrayList<>();
  private RunningFramework framework;
  private ExportedPackages packages;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    framework = RunningFramework.in(folder);
    packages = new ExportedPackages(framework.context());
    session = new Session(packages, List::of);
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    packages.close();
    framework.close();
  }

  private Vocabulary vocabulary(String... needed) {
    return new Vocabulary(() -> contributions, List.of("a"), List.of(needed)::contains);
  }

  private static ConsoleContribution variable(String name, AtomicInteger asked) {
    return new ConsoleContribution() {
      @Override
      public List<Variable> variables() {
        return List.of(Variable.of(name, Integer.class, asked::incrementAndGet));
      }
    };
  }

  @Test
  void argumentsAreThereFromTheStart() {
    vocabulary("args").begin(session);
    assertThat(session.findValue("args")).get().isEqualTo(new String[] {"a"});
  }

  @Test
  void aVariableThatNobodyNeedsIsNotAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    contributions.add(variable("one", asked));
    vocabulary().begin(session);
    assertThat(asked).hasValue(0);
    assertThat(session.variables()).isEmpty();
  }

  @Test
  void whatComesLaterIsTaughtOnce() {
    AtomicInteger asked = new AtomicInteger();
    Vocabulary vocabulary = vocabulary("one");
    vocabulary.begin(session);
    contributions.add(variable("one", asked));
    vocabulary.follow(session);
    vocabulary.follow(session);
    assertThat(session.findValue("one")).contains(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void importsOfAContributionAreInForce() {
    contributions.add(new ConsoleContribution() {
      @Override
      public List<String> imports() {
        return List.of("java.util.regex.*");
      }
    });
    vocabulary().begin(session);
    assertThat(session.imports()).contains("import java.util.regex.*;");
  }

  @Test
  void aContributionThatFailsDoesNotHarmTheRest() {
    contributions.add(new ConsoleContribution() {
      @Override
      public List<Variable> variables() {
        return List.of(Variable.of("broken", String.class, () -> {
          throw new IllegalStateException("broken");
        }));
      }
    });
    contributions.add(variable("one", new AtomicInteger()));
    vocabulary("broken", "one").begin(session);
    assertThat(session.findValue("one")).contains(1);
  }
}
