/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The features, in a Karaf that has nothing but its framework and their archive. */
class KarafIT {
  private static final Path KARAF = Dist.TOP.resolve(
      "bundles/io.alfheim.itest/target/karaf/apache-karaf-" + System.getProperty("karaf.version"));

  private static final String CODE = """
      service(io.alfheim.demo.DemoLab.class).write(Path.of("lab"))
      catalog.scan(Path.of("lab"))
      session("SP026/2019-12-11/001").load("spikes.times", "alf/probe00").array().size()
      """;

  @Test
  void theConsoleScansAndLoadsInKaraf() throws Exception {
    assumeThat(Runtime.version().feature())
        .as("Karaf 4 is of the time before Java 24")
        .isLessThan(24);
    Path base = Dist.newFolder("karaf");
    copy(KARAF.resolve("etc"), base.resolve("etc"));
    try (FileSystem archive = FileSystems.newFileSystem(Dist.archiveOfFeatures())) {
      copy(archive.getPath("repository"), base.resolve("repository"));
    }
    configure(base);
    Finished done = Finished.run(base, CODE, command(base));
    assertThat(done.out().lines()).as(done.err()).endsWith("4104");
    assertThat(done.code()).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** No refresh: the framework shows JShell at once, but Karaf would start itself anew for it. */
  private static void configure(Path base) throws IOException {
    String version = System.getProperty("karaf.version");
    Files.writeString(base.resolve("etc/org.apache.karaf.features.cfg"), """
        featuresRepositories = mvn:org.apache.karaf.features/framework/%s/xml/features, \\
          mvn:io.alfheim/io.alfheim.features/%s/xml/features
        featuresBoot = framework, alfheim-console, alfheim-parquet, alfheim-demo
        autoRefresh = false
        """.formatted(
            version, System.getProperty("alfheim.version")));
    Files.writeString(base.resolve("etc/org.ops4j.pax.url.mvn.cfg"), """
        org.ops4j.pax.url.mvn.defaultRepositories = file:%s@id=system, file:%s@id=archive@snapshots
        org.ops4j.pax.url.mvn.repositories =
        org.ops4j.pax.url.mvn.localRepository = %s
        """.formatted(
            KARAF.resolve("system"), base.resolve("repository"), base.resolve("local")));
    Files.createDirectories(base.resolve("data/tmp"));
  }

  /** As the script of Karaf does it, but for its own shell and its ports. */
  private static List<String> command(Path base) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "--add-reads=java.xml=java.logging",
        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--patch-module=java.base=" + endorsed("org.apache.karaf.specs.locator"),
        "--patch-module=java.xml=" + endorsed("org.apache.karaf.specs.java.xml")));
    List.of(
            "home=" + KARAF,
            "base=" + base,
            "etc=" + base.resolve("etc"),
            "data=" + base.resolve("data"),
            "log=" + base.resolve("data/log"),
            "instances=" + base.resolve("instances"),
            "startLocalConsole=false",
            "startRemoteShell=false",
            "shutdown.port=-1")
        .forEach(each -> command.add("-Dkaraf." + each));
    command.add("-Djava.io.tmpdir=" + base.resolve("data/tmp"));
    command.add(
        "-Djava.util.logging.config.file=" + base.resolve("etc/java.util.logging.properties"));
    command.add("-Dalfheim.home=" + base.resolve("home"));
    command.addAll(List.of("-cp", classPath(), KarafRun.class.getName(), "-"));
    return command;
  }

  private static String endorsed(String name) throws IOException {
    try (Stream<Path> jars = Files.list(KARAF.resolve("lib/endorsed"))) {
      return jars.map(Path::toString)
          .filter(jar -> jar.contains("/" + name + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String classPath() throws URISyntaxException {
    Path tests = Path.of(
        KarafRun.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return String.join(
        File.pathSeparator,
        tests.toString(),
        KARAF.resolve("lib/boot") + "/*",
        KARAF.resolve("lib/jdk9plus") + "/*");
  }
}
