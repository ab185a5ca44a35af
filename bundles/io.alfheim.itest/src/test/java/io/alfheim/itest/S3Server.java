/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.io.Closeable;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server on this machine, in memory, with a bucket, that checks signatures of version 4. */
final class S3Server implements Closeable {
  static final String ACCESS = "reader";
  static final String SECRET = "hush-hush";
  static final String BUCKET = "lab";

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("org.gaul");

  private final BlobStore objects;
  private final S3Proxy server;

  S3Server() throws Exception {
    QUIET.setLevel(Level.SEVERE);
    Properties properties = new Properties();
    properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
    properties.setProperty("s3proxy.authorization", "aws-v4");
    properties.setProperty("s3proxy.identity", ACCESS);
    properties.setProperty("s3proxy.credential", SECRET);
    objects = BlobStores.create("transient-nio2", new Properties());
    objects.createContainer(BUCKET);
    server = S3Proxy.Builder.fromProperties(properties)
        .blobStore(objects)
        .stopTimeout(0)
        .build();
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** The keys of all objects. */
  List<String> keys() {
    return objects.list(BUCKET).contents().stream().map(S3Object::key).toList();
  }

  @Override
  public void close() {
    objects.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
