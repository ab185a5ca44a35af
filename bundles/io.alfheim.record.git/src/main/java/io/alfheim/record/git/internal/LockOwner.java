/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote its name into the file of the lock. A number alone does not tell a process from a later one
 * that was given the same, so the time when it began is there too.
 *
 * @param pid number of the process
 * @param host the computer it runs on
 * @param started when the process began
 */
record LockOwner(long pid, String host, Instant started) {
  private static final Pattern TEXT =
      Pattern.compile("process (\\d{1,18}) .* on (\\S+), started (\\S+), since .*");
  /** The time that a computer was switched on, from which others follow, is known to a second. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  /** The owner that a text names; empty if it names none. */
  static Optional<LockOwner> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(parts.group(1));
      return Optional.of(new LockOwner(pid, parts.group(2), Instant.parse(parts.group(3))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is another process of this computer that runs. Then it has its turn, even where the file
   * system does not keep locks; what this process left itself is not in use any more.
   */
  boolean isAnotherRunningHere() {
    Program here = Program.current();
    return host.equals(here.host())
        && pid != here.pid()
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(this::isSame)
            .isPresent()
        && !isZombie();
  }

  /** Linux keeps the number of a process that was killed until its parent asks for it. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException elsewhere) {
      return false;
    }
  }

  private boolean isSame(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(time -> Duration.between(time, started).abs().compareTo(CLOCKS) <= 0)
        .orElse(true);
  }
}
