/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FeaturesIT {
  private static final Pattern BUNDLE = Pattern.compile("mvn:[^/]+/([^/]+)/([^<]+)</bundle>");

  @Test
  void theSetsHaveTheVersionsThatTheConsoleRuns() throws IOException {
    List<String> shipped =
        Dist.bundles().stream().map(jar -> jar.getFileName().toString()).toList();
    String features = Files.readString(Dist.TOP.resolve("features/target/feature/feature.xml"));
    List<String> named = BUNDLE
        .matcher(features)
        .results()
        .filter(bundle -> Dist.ships(bundle.group(1)))
        .map(bundle -> bundle.group(1) + "-" + bundle.group(2) + ".jar")
        .toList();
    assertThat(named)
        .as("Versions in feature.xml as in cnf/pom.xml")
        .isNotEmpty()
        .isSubsetOf(shipped);
  }
}
