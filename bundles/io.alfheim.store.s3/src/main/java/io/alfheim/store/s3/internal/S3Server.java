/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A server and its errors in words.
 *
 * @param client asks it
 * @param address its address, fit to be shown
 * @param account as whom it is asked; not to be shown
 * @param renew what to do when it wants other keys
 */
record S3Server(S3Client client, String address, String account, Runnable renew) {

  /** Whether another is the same server, asked as the same user: then it has the files of both. */
  boolean isSame(S3Server other) {
    return address.equals(other.address) && account.equals(other.account);
  }

  /** Asks something about a key. */
  <T> T ask(String key, Function<S3Client, T> question) throws IOException {
    try {
      return question.apply(client);
    } catch (SdkException e) {
      throw explain(key, e);
    } catch (UncheckedIOException noKeys) {
      throw unkept(noKeys);
    }
  }

  /** As {@link #ask}; nothing, if the server says that there is no such key. */
  <T> Optional<T> find(String key, Function<S3Client, T> question) throws IOException {
    try {
      return Optional.of(ask(key, question));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  IOException explain(String key, SdkException e) {
    if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
      Thread.currentThread().interrupt();
      return new InterruptedIOException("Interrupted.");
    }
    return e instanceof S3Exception answer ? answered(key, answer) : unanswered(e);
  }

  private IOException answered(String key, S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String told = details == null || details.errorCode() == null ? "" : details.errorCode();
    String code = ServerException.plain(told);
    int status = e.statusCode();
    if (code.equals("NoSuchBucket")) {
      return new ServerException(
          "The server '" + address
              + "' has no such bucket. Make it, or correct the root of the store.",
          e);
    } else if (status == 404) {
      return new NoSuchFileException(key);
    }
    Refusal refusal = new Refusal(status, code);
    if (refusal.isOfKeys()) {
      renew.run();
    }
    if (refusal.isDenial()) {
      return new AccessDeniedException(
          key,
          null,
          "The server '" + address + "' refuses that (" + refusal.why() + "). " + refusal.next());
    }
    return new ServerException(
        "The server '" + address + "' answers with an error (" + refusal.why() + "). "
            + refusal.next(),
        e);
  }

  private ServerException unanswered(SdkException e) {
    String server = "The server '" + address + "' ";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException noKeys) {
        return unkept(noKeys);
      } else if (cause instanceof UnknownHostException) {
        return new ServerException(
            server + "is not known by that name. Correct the option endpoint.", e);
      } else if (cause instanceof ConnectException) {
        return new ServerException(
            server + "cannot be reached. Check that it runs and that the port is right.", e);
      } else if (cause instanceof SSLException) {
        return new ServerException(
            server + "cannot be trusted: " + cause.getMessage()
                + ". Check the option endpoint, and its certificate.",
            e);
      } else if (cause instanceof SocketTimeoutException) {
        return new ServerException(
            server + "does not answer in time. Try again later, or raise the option timeout.", e);
      }
    }
    String said = String.valueOf(e.getMessage());
    if (said.contains("credentials")) {
      return new ServerException(
          "No keys for the server '" + address + "' were found. Set the"
              + " options accessKey and secretKey, or anonymous = true for a public bucket.",
          e);
    }
    return said.contains("XML")
        ? stranger(e)
        : new ServerException(
            "The connection to the server '" + address + "' broke off. Try again.", e);
  }

  /** What answers there is something else. */
  ServerException stranger(@Nullable Throwable e) {
    return new ServerException(
        "The server '" + address + "' does not answer as S3 does. Correct the option endpoint.", e);
  }

  /** What {@link KeptKeys} could not look up. */
  private static ServerException unkept(UncheckedIOException e) {
    return new ServerException(String.valueOf(e.getMessage()), e);
  }
}
