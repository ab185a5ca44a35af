/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.StorePath;
import io.alfheim.store.vfs.ServerException;
import io.alfheim.store.vfs.remote.RemoteEntry;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The files that a web server shows below an address. */
final class HttpTree implements RemoteTree {
  /** A page with more than this is not one that lists a folder. */
  private static final int LARGEST_PAGE = 64 << 20;

  private final Addresses addresses;
  private final HttpRequests requests;

  HttpTree(Addresses addresses, HttpRequests requests) {
    this.addresses = addresses;
    this.requests = requests;
  }

  @Override
  public Optional<RemoteEntry> find(StorePath path) throws IOException {
    if (!path.isRoot()) {
      HttpReply reply = requests.head(addresses.file(path));
      if (!reply.isMissing()) {
        return Optional.of(reply.entry());
      }
    }
    boolean there = !requests.head(addresses.folder(path)).isMissing();
    return there ? Optional.of(RemoteEntry.FOLDER) : Optional.empty();
  }

  @Override
  public Map<String, RemoteEntry> list(StorePath folder) throws IOException {
    URI address = addresses.folder(folder);
    Set<String> names = IndexPage.names(page(address), address);
    Map<String, RemoteEntry> entries = new ConcurrentSkipListMap<>();
    Parallel.forEach(names, name -> {
      if (name.endsWith("/")) {
        entries.put(name.substring(0, name.length() - 1), RemoteEntry.FOLDER);
      } else {
        look(folder.resolve(name)).ifPresent(entry -> entries.putIfAbsent(name, entry));
      }
    });
    return entries;
  }

  /** What the page does not tell; nothing if it has gone since the page was made. */
  private Optional<RemoteEntry> look(StorePath file) throws IOException {
    try {
      HttpReply reply = requests.head(addresses.file(file));
      return reply.isMissing() ? Optional.empty() : Optional.of(reply.entry());
    } catch (AccessDeniedException e) {
      // One file that is forbidden does not hide the others.
      return Optional.of(RemoteEntry.UNKNOWN);
    }
  }

  private String page(URI address) throws IOException {
    HttpReply reply = requests.get(address, "", 0, TO_THE_END);
    try (InputStream in = reply.body()) {
      if (reply.isMissing()) {
        throw new NoSuchFileException(address.getPath());
      }
      byte[] bytes = in.readNBytes(LARGEST_PAGE);
      if (!reply.isHtml() || bytes.length == LARGEST_PAGE) {
        throw new ServerException(
            "The server '" + Addresses.server(address)
                + "' does not list folders. Name the files, or ask for another way to this store.",
            null);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Override
  public InputStream read(StorePath file, long from, long length) throws IOException {
    return read(file, RemoteEntry.UNKNOWN, from, length);
  }

  @Override
  public InputStream read(StorePath file, RemoteEntry seen, long from, long length)
      throws IOException {
    HttpReply reply = requests.get(addresses.file(file), seen.tag(), from, length);
    try {
      if (reply.isMissing() || reply.isFolder()) {
        throw new NoSuchFileException(file.value());
      }
      return reply.range(from, length);
    } catch (IOException e) {
      reply.body().close();
      throw e;
    }
  }

  /** Java's client has nothing to close before Java 21; its connections end when it is collected. */
  @Override
  public void close() {}
}
