/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tour of attachments, which checks each of its steps itself. */
class AttachmentsTourIT {
  private static final int STEPS = 11;

  private static String tour() {
    return Dist.script().resolveSibling("tour").resolve("attachments.jsh").toString();
  }

  private static void requireAllSteps(Finished done) {
    assertThat(done.err()).as("After %s", done.out()).isEmpty();
    assertThat(done.code()).isZero();
    for (int step = 1; step <= STEPS; step++) {
      assertThat(done.out()).contains("ok  " + step + " ");
    }
    assertThat(done.out()).contains("the other session has its slide");
  }

  @Test
  void inTwoFoldersItDoesAllItsStepsAsOftenAsOneLikes() throws Exception {
    Path folder = Dist.newFolder("tour");
    String home = folder.resolve("home").toString();
    List<String> command = List.of(Dist.script().toString(), "--demo", "--home", home, tour());
    requireAllSteps(Finished.run(folder, "", command));
    requireAllSteps(Finished.run(folder, "", command));
  }

  @Test
  void whatTheUserHungBeforeStays() throws Exception {
    Path folder = Dist.newFolder("tour");
    String home = folder.resolve("home").toString();
    String script = Dist.script().toString();
    String mine = "var mine = Target.of(catalog.session(\"SP026/2019-12-11/001\"))";
    Finished before = Finished.run(
        folder,
        "",
        List.of(
            script,
            "--demo",
            "--home",
            home,
            "-e",
            "var local = blobs.define(SectionConfig.of(\"local\", stores.list().get(0).name()))",
            "-e",
            mine,
            "-e",
            "blobs.hang(mine, \"mask\", local.put(\"of the user\"))"));
    assertThat(before.code()).as("%s", before).isZero();
    List<String> tour = List.of(script, "--demo", "--home", home, tour());
    requireAllSteps(Finished.run(folder, "", tour));
    List<String> ask =
        List.of(script, "--demo", "--home", home, "-e", mine, "-e", "blobs.get(mine, \"mask\")");
    assertThat(Finished.run(folder, "", ask).out()).contains("of the user");
  }

  @Test
  void inAFolderAndABucketItDoesAllItsSteps() throws Exception {
    Path folder = Dist.newFolder("tour");
    Path home = folder.resolve("home");
    Files.copy(
        Dist.store("s3"), Files.createDirectories(home.resolve("plugins")).resolve("s3.jar"));
    Path secret = Files.writeString(folder.resolve("secret"), S3Server.SECRET);
    try (S3Server server = new S3Server()) {
      List<String> command = List.of(
          Dist.script().toString(),
          "--demo",
          "--home",
          home.toString(),
          tour(),
          server.endpoint(),
          S3Server.BUCKET,
          S3Server.ACCESS,
          "$[file:" + secret + "]");
      requireAllSteps(Finished.run(folder, "", command));
      assertThat(Files.readString(folder.resolve("out.txt")))
          .contains("tour-shared-bucket in s3://lab")
          .doesNotContain(S3Server.SECRET);
      assertThat(server.keys())
          .filteredOn(key -> !key.startsWith("test_attach/.homes/"))
          .as("all else was cleaned up")
          .singleElement()
          .asString()
          .matches("test_attach/(..)/(..)/\\1\\2[0-9a-f]{28}[.]ramp[.]ppm");
    }
    assertThat(home.resolve("etc/io.alfheim.store-tour-bucket.cfg"))
        .content()
        .contains("secretKey = $[file:" + secret + "]")
        .doesNotContain(S3Server.SECRET);
  }
}
