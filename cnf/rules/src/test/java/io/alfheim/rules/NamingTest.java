/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** What things are called, and who may talk to the terminal. */
class NamingTest {
  private static final JavaClasses CLASSES = Workspace.classes();

  @Test
  void aClassIsNamedByHowItWorks() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Handler)(\\$.*)?")
        .because("such a name says nothing: name it by how it works (GitRecord, VfsStore)")
        .check(CLASSES);
  }

  @Test
  void anInterfaceHasNoPrefix() {
    noClasses()
        .that()
        .areInterfaces()
        .should()
        .haveSimpleNameStartingWith("I")
        .andShould()
        .haveNameMatching(".*[.$]I[A-Z][a-z].*")
        .because("the interface is the thing, not its implementation: drop the I")
        .check(CLASSES);
  }

  @Test
  void noNameHidesOneOfJava() {
    noClasses()
        .should()
        .haveNameMatching(".*[.$](Object|Collection|Record|List|Map|Set|String)")
        .because("in a snippet it would hide the class of Java: say what it is one of")
        .check(CLASSES);
  }

  @Test
  void onlyTheConsoleTalksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.alfheim.console..", "io.alfheim.launcher..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("the prompt stays clean: log through SLF4J, or throw")
        .check(CLASSES);
  }
}
