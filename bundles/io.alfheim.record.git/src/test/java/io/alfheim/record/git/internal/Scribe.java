/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.SessionRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A program of its own that commits to a record. */
final class Scribe implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Scribe(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one that stops in the middle of a commit, and waits until it is there. */
  static Scribe thatHangs(Path home) throws IOException {
    Scribe scribe = start("hang", home.toString());
    if (!"writing".equals(scribe.said.readLine())) {
      throw new IOException("the scribe did not get to write");
    }
    return scribe;
  }

  /** Starts one that does nothing, and waits until it is there. */
  static Scribe thatIdles(Path home) throws IOException {
    Scribe scribe = start("idle", home.toString());
    if (!"idle".equals(scribe.said.readLine())) {
      throw new IOException("the scribe did not start");
    }
    return scribe;
  }

  /** What it would write into the lock while it writes. */
  String ownerText() {
    Program here = Program.current();
    Instant started = process.info().startInstant().orElseThrow();
    return new Program(here.user(), here.host(), pid(), started, "Scribe") + " since " + started;
  }

  /** Starts one that commits a number of sessions of one subject, one by one. */
  static Scribe thatCommits(Path home, String subject, int sessions) throws IOException {
    return start("commit", home.toString(), subject, Integer.toString(sessions));
  }

  private static Scribe start(String... arguments) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        classPath,
        Scribe.class.getName()));
    command.addAll(List.of(arguments));
    return new Scribe(new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  long pid() {
    return process.pid();
  }

  /** Kills it as by {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int join() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }

  /** The program. */
  public static void main(String[] arguments) throws IOException {
    try (SessionRecord record = new GitRecordProvider().open(Path.of(arguments[1]))) {
      if (arguments[0].equals("idle")) {
        System.out.println("idle");
        sleep();
      } else if (arguments[0].equals("hang")) {
        record.commit("never ends", editor -> {
          for (int i = 0; i < 300; i++) {
            editor.put(Sessions.aBulkySession("hung/2020-01-01/%03d".formatted(i), 10));
          }
          System.out.println("writing");
          sleep();
        });
      } else {
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
          String key = "%s/2020-01-01/%03d".formatted(arguments[2], i);
          record.commit(key, editor -> editor.put(Sessions.aSession(key, "a")));
        }
      }
    }
    System.exit(0);
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(600_000);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
