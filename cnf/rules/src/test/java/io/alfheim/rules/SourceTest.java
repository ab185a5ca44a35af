/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written at the top of files and about packages. */
class SourceTest {
  private static final int ESSAY = 8;

  @Test
  void everyJavaFileNamesItsLicence() {
    List<Path> files = Workspace.javaFiles(file -> true);
    assertThat(files)
        .as("Begin each Java file with the licence: mvn spotless:apply writes it")
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Workspace.read(file))
            .as(Workspace.shown(file))
            .startsWith("/* SPDX-License-Identifier: Apache-2.0 */\n"));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packageInfos())
        .as("Annotate the package with @NullMarked, so that NullAway checks it")
        .allSatisfy(
            file -> assertThat(text(file)).as(Workspace.shown(file)).contains("@NullMarked"));
    assertThat(Workspace.mainSources())
        .as("Give the package a package-info.java with @NullMarked")
        .allSatisfy(file -> assertThat(file.resolveSibling("package-info.java")).isRegularFile());
  }

  @Test
  void everyExportedPackageHasAVersionAndAnEssay() {
    List<Path> exported =
        packageInfos().stream().filter(file -> text(file).contains("\n@Export")).toList();
    assertThat(exported)
        .as(
            "Say in the package-info.java, in %s to 25 lines, what this is, where to start and"
                + " what must hold; and give it a @Version",
            ESSAY)
        .isNotEmpty()
        .allSatisfy(file -> {
          assertThat(text(file)).as(Workspace.shown(file)).contains("\n@Version(");
          assertThat(text(file).lines().filter(line -> line.startsWith(" * ")).count())
              .as("Lines of Javadoc in " + Workspace.shown(file))
              .isBetween((long) ESSAY, 25L);
        });
  }

  @Test
  void whatIsNotExportedIsInternal() {
    assertThat(packageInfos())
        .as("Move the package below 'internal', or export it with @Export")
        .allSatisfy(file -> assertThat(text(file).contains("\n@Export") || isPrivate(file))
            .as(Workspace.shown(file))
            .isTrue());
  }

  /** Plain jars and the launcher export nothing. */
  private static boolean isPrivate(Path file) {
    String path = Workspace.shown(file);
    return path.contains("/internal/")
        || path.startsWith("console/")
        || path.startsWith("cnf/templates/")
        || path.startsWith("bundles/io.alfheim.benchmarks/");
  }

  private static List<Path> packageInfos() {
    return Workspace.mainSources().stream()
        .map(file -> Objects.requireNonNull(file.getParent()).resolve("package-info.java"))
        .distinct()
        .filter(Files::isRegularFile)
        .toList();
  }

  private static String text(Path file) {
    return Workspace.read(file);
  }
}
