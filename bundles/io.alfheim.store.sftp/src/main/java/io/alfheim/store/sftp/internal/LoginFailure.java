/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** Why nobody could log in, and what to do. */
final class LoginFailure {
  private LoginFailure() {}

  /** Whether it may be otherwise in a moment: a server that starts, or that lets in so many at once. */
  static boolean mayPass(JSchException e) {
    return !Thread.currentThread().isInterrupted()
        && (e.getCause() instanceof ConnectException || isClosed(e));
  }

  /** The server ended the connection before anybody had logged in, and did not say why. */
  private static boolean isClosed(JSchException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("closed by foreign host")
        || said.contains("End of IO Stream")
        || said.contains("Connection reset")
        || said.contains("Broken pipe")
        || said.contains("session is down");
  }

  static IOException explain(Login login, @Nullable Session session, JSch ssh, JSchException e) {
    String server = "The server '" + login.server() + "' ";
    if (e instanceof JSchUnknownHostKeyException) {
      return new ServerException(
          server + "is not known: its key" + shown(session, ssh)
              + " is not in '" + login.knownHosts() + "'. If it is the right one: ssh-keyscan -p "
              + login.port() + " " + login.host() + " >> " + login.knownHosts() + ".",
          e);
    } else if (e instanceof JSchChangedHostKeyException
        || e instanceof JSchRevokedHostKeyException) {
      return new ServerException(
          server + "shows another key" + shown(session, ssh)
              + " than the one in '" + login.knownHosts()
              + "'. Somebody may listen: ask whoever runs"
              + " the server, and only then correct the file.",
          e);
    }
    return causedBy(login, server, e);
  }

  private static String shown(@Nullable Session session, JSch ssh) {
    HostKey key = session == null ? null : session.getHostKey();
    return key == null ? "" : " " + key.getType() + " " + key.getFingerPrint(ssh);
  }

  private static IOException causedBy(Login login, String server, JSchException e) {
    String said = String.valueOf(e.getMessage());
    Throwable cause = e.getCause();
    if (Thread.currentThread().isInterrupted() || cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new InterruptedIOException("Interrupted.");
    } else if (said.startsWith("Auth ") || said.contains("Too many authentication failures")) {
      login.forget();
      return new AccessDeniedException(
          login.host(),
          null,
          server + "refuses user '" + login.user() + "' with " + means(login)
              + ". Check the options user, password and key.");
    } else if (said.contains("passphrase")
        || said.contains("USERAUTH fail")
        || said.startsWith("invalid privatekey")) {
      login.forget();
      return new ServerException(
          "A key of " + login.keys() + " cannot be opened. Check the options key and passphrase.",
          e);
    } else if (cause instanceof UnknownHostException) {
      return new ServerException(
          server + "is not known by that name. Correct the root of the store.", e);
    } else if (cause instanceof ConnectException) {
      return new ServerException(
          server + "cannot be reached. Check that it runs and that the port is right.", e);
    } else if (cause instanceof SocketTimeoutException || said.contains("timeout")) {
      return new ServerException(
          server + "does not answer in time. Try again later, or raise the" + " option timeout.",
          e);
    }
    if (isClosed(e)) {
      return new ServerException(
          server
              + "closed the connection before anybody could log in. Try again later, or raise the"
              + " option retries.",
          e);
    }
    return new ServerException(server + "did not let us in: " + said + ". Try again.", e);
  }

  private static String means(Login login) {
    if (login.password().isPresent()) {
      return login.keys().isEmpty() ? "that password" : "that password and key";
    }
    return login.keys().isEmpty() ? "neither password nor key" : "the key of " + login.keys();
  }
}
