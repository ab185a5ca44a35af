/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.vfs.ServerException;
import io.alfheim.store.vfs.remote.ContentRange;
import io.alfheim.store.vfs.remote.RemoteEntry;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What a server answered in the end: a file, a folder, or that there is nothing.
 *
 * @param asked the address that was asked for
 * @param response the answer, perhaps from another address
 */
record HttpReply(URI asked, HttpResponse<InputStream> response) {
  boolean isMissing() {
    return response.statusCode() == 404 || response.statusCode() == 410;
  }

  /** Servers send from a folder to the same address with a slash at its end. */
  boolean isFolder() {
    return response.uri().getRawPath().endsWith("/");
  }

  boolean isHtml() {
    return response
        .headers()
        .firstValue("Content-Type")
        .map(type -> type.contains("html"))
        .orElse(false);
  }

  RemoteEntry entry() throws ServerException {
    if (isFolder()) {
      return RemoteEntry.FOLDER;
    }
    long size = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (size < 0) {
      throw new ServerException(
          "The server '" + Addresses.server(asked) + "' does not tell the size of '"
              + asked.getPath() + "'. Fetch the file by other means.",
          null);
    }
    return RemoteEntry.file(size, modified()).withTag(tag());
  }

  /** What the server that was asked calls these bytes. */
  private String tag() {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> Addresses.isSameServer(asked, response.uri()))
        .orElse("");
  }

  private long modified() {
    String date = response.headers().firstValue("Last-Modified").orElse("");
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .toEpochMilli();
    } catch (DateTimeException unknown) {
      return 0;
    }
  }

  InputStream body() {
    return response.body();
  }

  private static void pass(InputStream body, long count) throws IOException {
    try {
      body.skipNBytes(count);
    } catch (EOFException e) {
      throw new ServerException("The file is shorter than it was. Read it again.", e);
    }
  }

  /** The bytes asked for, and no others, whether or not the server knows ranges. */
  InputStream range(long from, long length) throws IOException {
    InputStream body = body();
    if (response.statusCode() == 206) {
      String sent = response.headers().firstValue("Content-Range").orElse("");
      if (!ContentRange.isOf(sent, from, length)) {
        throw new ServerException(
            "The server '" + Addresses.server(asked)
                + "' sent other bytes than were asked for. Try again.",
            null);
      }
    } else {
      pass(body, from);
    }
    boolean more = response.statusCode() != 206 && length != RemoteTree.TO_THE_END;
    return more ? new Limited(body, length) : body;
  }
}
