/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import io.alfheim.store.StorePath;
import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What an answer of the server, or its silence, means. */
final class SftpFailure {
  private SftpFailure() {}

  /** Whether the server said it, and the channel can be used again. */
  static boolean isAnswer(SftpException e) {
    return e.getCause() == null
        && e.id != ChannelSftp.SSH_FX_CONNECTION_LOST
        && e.id != ChannelSftp.SSH_FX_NO_CONNECTION;
  }

  static IOException explain(Login login, StorePath path, SftpException e) {
    if (!isAnswer(e)) {
      return lost(login, e);
    }
    String server = "The server '" + login.server() + "' ";
    return switch (e.id) {
      case ChannelSftp.SSH_FX_NO_SUCH_FILE -> new NoSuchFileException(path.value());
      case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
        new AccessDeniedException(
            path.value(), null, server + "does not allow that to user '" + login.user() + "'.");
      default -> new ServerException(server + "says: " + said(e) + ".", e);
    };
  }

  private static String said(SftpException e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** What broke off in the middle of a file: the server may have said why. */
  static IOException broken(Login login, StorePath path, IOException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SftpException answer && isAnswer(answer)) {
        return explain(login, path, answer);
      }
    }
    return lost(login, e);
  }

  /** The connection broke, or somebody wants this thread to stop. */
  static IOException lost(Login login, Exception e) {
    if (Thread.currentThread().isInterrupted() || isInterruption(e)) {
      Thread.currentThread().interrupt();
      return new InterruptedIOException("Interrupted.");
    }
    return new ServerException(
        "The connection to the server '" + login.server() + "' was lost. Try again.", e);
  }

  static boolean isInterruption(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }
}
