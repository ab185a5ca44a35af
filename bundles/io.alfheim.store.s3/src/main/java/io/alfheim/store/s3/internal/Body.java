/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.vfs.ServerException;
import io.alfheim.store.vfs.remote.ContentRange;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an answer, all that were promised. */
final class Body extends FilterInputStream {
  /** With less than this to come, a connection is worth keeping. */
  private static final long SHORT_REST = 1 << 15;

  /** Some servers send a file piece by piece, and say only where it ends. */
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final ResponseInputStream<GetObjectResponse> answer;
  private final S3Server server;
  private final long promised;
  private long count;

  Body(ResponseInputStream<GetObjectResponse> answer, S3Server server) {
    super(answer);
    this.answer = answer;
    this.server = server;
    Long length = answer.response().contentLength();
    this.promised = length == null ? UNKNOWN : length;
  }

  /** Goes to the first byte that was asked for: not all servers know ranges. */
  void begin(long from, long length) throws IOException {
    String told = answer.response().contentRange();
    if (told == null) {
      pass(from);
      return;
    }
    if (!ContentRange.isOf(told, from, length)) {
      throw new ServerException(
          "The server '" + server.address() + "' sent other bytes than were asked for. Try again.",
          null);
    }
  }

  private void pass(long bytes) throws IOException {
    try {
      skipNBytes(bytes);
    } catch (EOFException e) {
      throw new ServerException("The file is shorter than it was. Read it again.", e);
    }
  }

  /** What is passed over counts as well. */
  @Override
  public long skip(long wanted) throws IOException {
    byte[] passed = new byte[(int) Math.max(0, Math.min(wanted, 1 << 13))];
    return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got;
    try {
      got = in.read(bytes, offset, length);
    } catch (SocketTimeoutException e) {
      throw new ServerException(
          "The server '" + server.address() + "' stopped sending, after " + count
              + " bytes. Try again later, or raise the option timeout.",
          e);
    } catch (IOException | SdkException e) {
      throw brokeOff(e);
    }
    if (got < 0 && count < promised && promised != UNKNOWN) {
      throw brokeOff(null);
    }
    count += Math.max(0, got);
    return got;
  }

  private ServerException brokeOff(@Nullable Exception e) {
    return new ServerException(
        "The server '" + server.address() + "' broke off after " + count + " bytes. Try again.", e);
  }

  @Override
  public void close() throws IOException {
    if (promised - count > SHORT_REST) {
      answer.abort();
    } else {
      answer.close();
    }
  }
}
