/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;

/**
 * An S3 server that keeps its files in a folder and checks signatures: a program that says its port in
 * a line, and ends when its input does.
 */
final class BucketServer {
  static final String ACCESS = "reader";
  static final String SECRET = "hush-hush";

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("org.gaul");

  private BucketServer() {}

  /** Runs it, with the folder as its argument. */
  public static void main(String... arguments) throws Exception {
    QUIET.setLevel(Level.SEVERE);
    Properties files = new Properties();
    files.setProperty("jclouds.filesystem.basedir", arguments[0]);
    S3Proxy server = S3Proxy.Builder.fromProperties(settings())
        .blobStore(new LabBuckets(BlobStores.create("filesystem-nio2", files)))
        .stopTimeout(0)
        .build();
    server.start();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    out.println(server.getPort());
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      in.transferTo(PrintStream.nullOutputStream());
    }
    server.stop();
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
    settings.setProperty("s3proxy.authorization", "aws-v4");
    settings.setProperty("s3proxy.identity", ACCESS);
    settings.setProperty("s3proxy.credential", SECRET);
    return settings;
  }
}
