/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the bundles that everyone needs may drag in. A line more here is a library more for every
 * program that reads one file name; it wants a better reason than convenience.
 */
class ImportsTest {
  /** A package of a clause: what is not inside the quotes of an attribute, nor one itself. */
  private static final Pattern PACKAGE = Pattern.compile("(?:^|,)([\\w.]+)");

  @Test
  void namesNeedJavaOnly() {
    assertThat(importsOf("io.alfheim.alf")).isEmpty();
  }

  @Test
  void dataNeedJavaOnly() {
    assertThat(importsOf("io.alfheim.data")).isEmpty();
  }

  @Test
  void storesNeedCommonsVfs() {
    assertThat(importsOf("io.alfheim.store"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("org.apache.commons.vfs2"));
  }

  @Test
  void theCatalogNeedsNamesDataStoresLogAndFramework() {
    if (Workspace.bundleNames().contains("io.alfheim.catalog")) {
      assertThat(importsOf("io.alfheim.catalog"))
          .isSubsetOf(
              "io.alfheim.alf",
              "io.alfheim.data",
              "io.alfheim.store",
              "io.alfheim.store.cache",
              "org.osgi.framework",
              "org.osgi.service.cm",
              "org.slf4j");
    }
  }

  @Test
  void noBundleRequiresAnotherByName() {
    for (String bundle : List.of("io.alfheim.alf", "io.alfheim.data", "io.alfheim.store")) {
      assertThat(manifest(bundle).getValue("Require-Bundle"))
          .as("Import packages instead of requiring bundles")
          .isNull();
    }
  }

  /** The packages that others must bring. */
  private static Set<String> importsOf(String bundle) {
    String header =
        Optional.ofNullable(manifest(bundle).getValue("Import-Package")).orElse("");
    Set<String> imports = new TreeSet<>();
    PACKAGE
        .matcher(header.replaceAll("\"[^\"]*\"", ""))
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(name -> !Workspace.bundleOf(name).equals(Optional.of(bundle)))
        .forEach(imports::add);
    return imports;
  }

  private static Attributes manifest(String bundle) {
    return Workspace.manifest(Workspace.TOP.resolve("bundles").resolve(bundle));
  }
}
