/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.StorePath;
import io.alfheim.store.vfs.ServerException;
import io.alfheim.store.vfs.remote.RemoteEntry;
import io.alfheim.store.vfs.remote.RemoteTree;
import io.alfheim.store.vfs.remote.WritableTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files below a prefix of a bucket. */
final class S3Tree implements WritableTree {
  private final S3Server server;
  private final Bucket bucket;
  private final PartThreads threads = new PartThreads();
  private final Recent<StorePath> folders = new Recent<>(10_000);

  S3Tree(S3Server server, Bucket bucket) {
    this.server = server;
    this.bucket = bucket;
  }

  @Override
  public Optional<RemoteEntry> find(StorePath path) throws IOException {
    Optional<RemoteEntry> file = path.isRoot() ? Optional.empty() : head(path);
    if (file.isPresent()) {
      return file;
    }
    String prefix = bucket.folder(path);
    ListObjectsV2Response some = server.ask(
        prefix,
        s3 -> s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix(prefix).maxKeys(1)));
    requireList(some.isTruncated());
    // An empty bucket is there if it answers; so is the place in it where the store will begin.
    return path.isRoot() || some.hasContents() ? Optional.of(RemoteEntry.FOLDER) : Optional.empty();
  }

  private Optional<RemoteEntry> head(StorePath path) throws IOException {
    String key = bucket.key(path);
    Optional<HeadObjectResponse> head =
        server.find(key, s3 -> s3.headObject(ask -> ask.bucket(bucket.name()).key(key)));
    if (head.isPresent() && head.get().contentLength() == null) {
      throw new ServerException(
          "The server '" + server.address() + "' does not tell the size of '" + path
              + "'. Fetch the file by other means.",
          null);
    }
    return head.map(found -> file(found.contentLength(), found.lastModified())
        .withMd5(ETag.md5(found).orElse(""))
        .withTag(Objects.requireNonNullElse(found.eTag(), "")));
  }

  /** A page for people, from the wrong port, would look like an empty bucket. */
  private void requireList(@Nullable Boolean more) throws ServerException {
    if (more == null) {
      throw server.stranger(null);
    }
  }

  /** Some answers have fractions of a second, some have not; one file has one time. */
  private static RemoteEntry file(long size, @Nullable Instant modified) {
    return RemoteEntry.file(size, modified == null ? 0 : modified.getEpochSecond() * 1000);
  }

  @Override
  public Map<String, RemoteEntry> list(StorePath folder) throws IOException {
    String prefix = bucket.folder(folder);
    Map<String, RemoteEntry> entries = new LinkedHashMap<>();
    pages(prefix, request -> request.delimiter("/"), page -> {
      for (CommonPrefix below : page.commonPrefixes()) {
        String name = below(prefix, below.prefix());
        entries.putIfAbsent(name.substring(0, Math.max(0, name.length() - 1)), RemoteEntry.FOLDER);
      }
      showFiles(page, prefix, entries::put);
    });
    return entries;
  }

  @Override
  public boolean walk(StorePath folder, BiConsumer<String, RemoteEntry> each) throws IOException {
    String prefix = bucket.folder(folder);
    pages(prefix, request -> {}, page -> showFiles(page, prefix, each));
    return true;
  }

  /** Some tools make empty objects that end in a slash for folders. */
  private void showFiles(
      ListObjectsV2Response page, String prefix, BiConsumer<String, RemoteEntry> each)
      throws ServerException {
    for (S3Object object : page.contents()) {
      String name = below(prefix, object.key());
      if (object.size() == null) {
        throw server.stranger(null);
      }
      boolean marker = object.key().endsWith("/") && object.size() == 0;
      if (!marker) {
        each.accept(name, file(object.size(), object.lastModified()));
      }
    }
  }

  private String below(String prefix, @Nullable String key) throws ServerException {
    if (key == null || !key.startsWith(prefix)) {
      throw server.stranger(null);
    }
    return key.substring(prefix.length());
  }

  /** What is done with a page of a list. */
  private interface Look {
    void at(ListObjectsV2Response page) throws IOException;
  }

  private void pages(String prefix, Consumer<ListObjectsV2Request.Builder> more, Look each)
      throws IOException {
    String next = "";
    do {
      String token = next;
      ListObjectsV2Response page = server.ask(
          prefix,
          s3 -> s3.listObjectsV2(list -> {
            list.bucket(bucket.name()).prefix(prefix);
            list.continuationToken(token.isEmpty() ? null : token);
            more.accept(list);
          }));
      requireList(page.isTruncated());
      each.at(page);
      next = Objects.requireNonNullElse(page.nextContinuationToken(), "");
      requireEnd(page, token, next);
    } while (!next.isEmpty());
  }

  /** Half a list would look as if the other files had been deleted; the same page again, endless. */
  private void requireEnd(ListObjectsV2Response page, String token, String next)
      throws ServerException {
    if (next.isEmpty() ? page.isTruncated() : next.equals(token)) {
      throw new ServerException(
          "The server '" + server.address() + "' lists the first files only, and says that there"
              + " are more. Make the root of the store a folder with fewer.",
          null);
    }
  }

  @Override
  public InputStream read(StorePath file, long from, long length) throws IOException {
    return read(file, RemoteEntry.UNKNOWN, from, length);
  }

  @Override
  public InputStream read(StorePath file, RemoteEntry seen, long from, long length)
      throws IOException {
    String key = bucket.key(file);
    boolean whole = from == 0 && length == TO_THE_END;
    String range = "bytes=" + from + "-" + (length == TO_THE_END ? "" : from + length - 1);
    Body body = new Body(
        server.ask(
            key,
            s3 -> s3.getObject(ask -> ask.bucket(bucket.name())
                .key(key)
                .range(whole ? null : range)
                .ifMatch(seen.tag().isEmpty() ? null : seen.tag()))),
        server);
    try {
      body.begin(from, length);
      return body;
    } catch (IOException e) {
      body.close();
      throw e;
    }
  }

  @Override
  public OutputStream write(StorePath file) throws IOException {
    checkAbove(file.parent());
    return new Upload(server, bucket.name(), bucket.key(file), threads);
  }

  @Override
  public boolean copyFrom(RemoteTree from, StorePath file, StorePath copy) throws IOException {
    if (!(from instanceof S3Tree other) || !server.isSame(other.server)) {
      return false;
    }
    checkAbove(copy.parent());
    return new ServerCopy(server, threads).make(other.bucket.file(file), bucket.file(copy));
  }

  /** A bucket would take a file below a file, and no other kind of store could hold a copy of it. */
  private void checkAbove(StorePath folder) throws IOException {
    for (StorePath p = folder; !p.isRoot() && !folders.contains(p); p = p.parent()) {
      if (head(p).isPresent()) {
        throw new ServerException(
            "'" + p + "' is a file, and nothing can be below it. Take another name.", null);
      }
    }
    for (StorePath p = folder; !p.isRoot(); p = p.parent()) {
      folders.add(p);
    }
  }

  @Override
  public void delete(StorePath file) throws IOException {
    String key = bucket.key(file);
    server.ask(key, s3 -> s3.deleteObject(ask -> ask.bucket(bucket.name()).key(key)));
  }

  @Override
  public void close() {
    threads.close();
    server.client().close();
  }
}
