/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.io.Closeable;
import java.net.URI;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server on this machine, in memory, with a bucket, and a client that goes around the store. */
final class S3Lab implements Closeable {
  static final String ACCESS = "reader";
  static final String SECRET = "hush-hush";
  static final String BUCKET = "lab";

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("org.gaul");

  final S3Client client;
  private final S3Proxy server;

  /** A server that checks signatures of version 4, or asks nobody who he is. */
  S3Lab(boolean signed) throws Exception {
    QUIET.setLevel(Level.SEVERE);
    Properties properties = new Properties();
    properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
    properties.setProperty("s3proxy.authorization", signed ? "aws-v4" : "none");
    properties.setProperty("s3proxy.identity", ACCESS);
    properties.setProperty("s3proxy.credential", SECRET);
    server = S3Proxy.Builder.fromProperties(properties)
        .blobStore(new WholeFiles(BlobStores.create("transient-nio2", new Properties())))
        .stopTimeout(0)
        .build();
    server.start();
    client = S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(endpoint()))
        .forcePathStyle(true)
        .serviceConfiguration(sent -> sent.chunkedEncodingEnabled(false))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
        .build();
    client.createBucket(bucket -> bucket.bucket(BUCKET));
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  void put(String key, byte[] bytes) {
    client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  void remove(String key) {
    client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
