/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is where in the repository. */
class LayoutTest {
  private static final int README = 40;

  @Test
  void nothingElseLiesAtTheTop() {
    assertThat(Workspace.list(Workspace.TOP).stream()
            .map(Workspace::name)
            .filter(name -> !name.startsWith(".")))
        .as("The top of the repository is full: put it where it is used, or in cnf")
        .isSubsetOf(
            "bnd.bnd",
            "cnf",
            "bundles",
            "features",
            "console",
            "README.md",
            "pom.xml",
            "LICENSE",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "target");
  }

  @Test
  void everyBundleIsBuilt() {
    String modules = Workspace.read(Workspace.TOP.resolve("pom.xml"));
    assertThat(Workspace.bundleNames())
        .as("Name the bundle among the modules of the pom.xml at the top, or delete its folder")
        .allSatisfy(name -> assertThat(modules).contains("<module>bundles/" + name + "</module>"));
  }

  @Test
  void aBundleIsCalledLikeItsFolder() {
    assertThat(Workspace.bundles())
        .as("Folder = artifactId = Bundle-SymbolicName = root package")
        .allSatisfy(bundle -> assertThat(Workspace.read(bundle.resolve("pom.xml")))
            .contains("<artifactId>" + Workspace.name(bundle) + "</artifactId>"));
  }

  @Test
  void everyBundleHasAShortReadme() {
    assertThat(Workspace.bundles()).allSatisfy(LayoutTest::checkReadme);
  }

  private static void checkReadme(Path bundle) {
    Path readme = bundle.resolve("README.md");
    assertThat(readme)
        .as("Write a README.md: What, Use, Configure, Limits, in %s lines at most", README)
        .isRegularFile();
    List<String> lines = Workspace.read(readme).lines().toList();
    assertThat(lines)
        .as("%s is for the first minute: at most %s lines", Workspace.shown(readme), README)
        .hasSizeLessThanOrEqualTo(README);
    assertThat(lines)
        .as("The headings of " + Workspace.shown(readme))
        .containsSubsequence("## What", "## Use", "## Configure", "## Limits");
  }
}
