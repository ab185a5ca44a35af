/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.StoreConfig;
import io.alfheim.store.WritableStore;
import io.alfheim.store.s3.internal.S3StoreProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server in a process of its own, stores in its buckets, and the bare client of AWS to compare with. */
final class BucketLab implements AutoCloseable {
  private static final String HEAP = "-Xmx256m";

  private final ScratchHome home;
  private final Process server;
  private final String endpoint;
  private final S3Client bare;

  /** Starts the server and makes the buckets. */
  BucketLab() throws IOException {
    home = new ScratchHome();
    Path files = Files.createDirectory(home.path().resolve("buckets"));
    server = FreshJava.start(BucketServer.class, HEAP, files.toString());
    BufferedReader said = server.inputReader();
    endpoint = "http://127.0.0.1:" + said.readLine();
    Files.writeString(secret(), BucketServer.SECRET);
    bare = S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(endpoint))
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(
            AwsBasicCredentials.create(BucketServer.ACCESS, BucketServer.SECRET)))
        .build();
    for (String bucket : new String[] {LabBuckets.NEAR, LabBuckets.FAR, LabBuckets.MANY}) {
      bare.createBucket(make -> make.bucket(bucket));
    }
  }

  private Path secret() {
    return home.path().resolve("secret");
  }

  /** A client with the HTTP client that the stores have, and nothing around it. */
  S3Client bare() {
    return bare;
  }

  /** What a program needs to know to open a bucket. */
  String[] address() {
    return new String[] {endpoint, secret().toString()};
  }

  WritableStore store(String bucket) throws IOException {
    return store(bucket, address());
  }

  /** A bucket as a store. */
  static WritableStore store(String bucket, String... address) throws IOException {
    Map<String, String> options = Map.of(
        "endpoint",
        address[0],
        "accessKey",
        BucketServer.ACCESS,
        "secretKey",
        "$[file:" + address[1] + "]");
    URI uri = URI.create("s3://" + bucket);
    return (WritableStore) new S3StoreProvider().open(new StoreConfig("lab", uri, options));
  }

  @Override
  public void close() throws IOException {
    bare.close();
    server.getOutputStream().close();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    home.close();
  }
}
