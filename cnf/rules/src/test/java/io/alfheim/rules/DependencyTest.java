/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use whom. */
class DependencyTest {
  private static final JavaClasses CLASSES = Workspace.classes();

  @Test
  void everyBundleHasARow() {
    assertThat(Workspace.bundleNames())
        .as("Give each new bundle a row in Layers: what may it use?")
        .allMatch(Layers::knows);
  }

  @Test
  void dependenciesPointDownTheFlowAndNeverSideways() {
    classes()
        .should(useOnly(
            "what its row in Layers allows",
            (used, from) ->
                Layers.allows(from, Workspace.bundleOf(used.getPackageName()).orElse(from))))
        .because("providers meet only in the catalog: move what both need into the bundle below")
        .check(CLASSES);
  }

  @Test
  void internalsAreTheBusinessOfTheirBundle() {
    classes()
        .should(useOnly(
            "internals of its own bundle",
            (used, from) -> !isInternal(used)
                || Layers.observes(from)
                || Workspace.bundleOf(used.getPackageName()).map(from::equals).orElse(true)))
        .because("no one else can load them in a framework: use or extend the exported package")
        .check(CLASSES);
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  private static ArchCondition<JavaClass> useOnly(
      String what, BiPredicate<JavaClass, String> allowed) {
    return new ArchCondition<>("use only " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<String> bundle = Workspace.bundleOf(type.getPackageName());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass().getBaseComponentType();
          if (bundle.isPresent() && !allowed.test(used, bundle.get())) {
            events.add(violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.commons.vfs2.., io.alfheim.store..",
    "org.apache.lucene.., io.alfheim.index.lucene..",
    "org.eclipse.jgit.., io.alfheim.record.git..",
    "org.jline.., io.alfheim.console..",
    "org.apache.felix.., io.alfheim.launcher..",
  })
  void aLibraryStaysWhereItIsNeeded(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackages(home, "io.alfheim.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("whoever sees these types is tied to the library: hide them in " + home)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.commons.vfs2.., io.alfheim.store.internal..",
    "org.apache.lucene.., io.alfheim.index.lucene.internal..",
    "org.eclipse.jgit.., io.alfheim.record.git.internal..",
  })
  void noPublicSignatureNeedsALibraryButThatOfVfsStores(String library, String internals) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            internals,
            "io.alfheim.store.vfs..",
            "io.alfheim.store.*.internal..",
            "io.alfheim.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("an exported package must not force a library on its users")
        .check(CLASSES);
  }
}
