/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why there was no answer. */
final class Unreachable {
  private Unreachable() {}

  /** Whether it may be otherwise in a moment. */
  static boolean mayPass(IOException e) {
    return !(e instanceof HttpTimeoutException
        || e instanceof InterruptedIOException
        || e instanceof SSLException
        || isUnknown(e));
  }

  static IOException explain(URI address, Duration timeout, IOException e) {
    if (e instanceof InterruptedIOException) {
      return e;
    }
    String server = "The server '" + Addresses.server(address) + "' ";
    if (isUnknown(e)) {
      return because(server + "is not known by that name. Correct the root of the store.", e);
    } else if (e instanceof HttpTimeoutException) {
      return because(
          server + "does not answer within " + timeout.toSeconds()
              + " s. Try again later, or raise the option timeout.",
          e);
    } else if (e instanceof ConnectException) {
      return because(
          server + "cannot be reached. Check that it runs and that the port is right.", e);
    } else if (e instanceof SSLException) {
      return because(
          server + "cannot be trusted: " + e.getMessage()
              + ". Check its certificate and javax.net.ssl.trustStore.",
          e);
    }
    String said = e.getMessage() == null ? "" : ": " + e.getMessage();
    return because(server + "broke off" + said + ". Try again.", e);
  }

  private static ServerException because(String message, IOException cause) {
    return new ServerException(message, cause);
  }

  private static boolean isUnknown(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }
}
