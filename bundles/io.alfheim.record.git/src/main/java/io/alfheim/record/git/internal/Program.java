/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who writes.
 *
 * @param user the account
 * @param host the computer
 * @param pid the process on it
 * @param started when the process began, to tell it from a later one of the same number
 * @param name the main class or jar, without arguments: they may hold secrets
 */
record Program(String user, String host, long pid, Instant started, String name) {
  /** Asked once: finding the name of the host may wait for a name server. */
  private static final class Current {
    static final Program PROGRAM = new Program(
        System.getProperty("user.name", "unknown"),
        findHost(),
        ProcessHandle.current().pid(),
        ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH),
        findName());
  }

  static Program current() {
    return Current.PROGRAM;
  }

  PersonIdent author() {
    return new PersonIdent(user, user + "@" + host);
  }

  @Override
  public String toString() {
    return "process " + pid + " (" + name + ") of " + user + " on " + host + ", started " + started
        + ",";
  }

  private static String findHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String findName() {
    String command = System.getProperty("sun.java.command", "java").strip();
    String main = command.substring(0, (command + " ").indexOf(' '));
    Path file = Path.of(main).getFileName();
    return file == null ? "java" : file.toString();
  }
}
