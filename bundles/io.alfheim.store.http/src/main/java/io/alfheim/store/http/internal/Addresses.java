/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.StorePath;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The addresses of the files below a root. */
final class Addresses {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String root;

  Addresses(URI root) {
    String path = root.getRawPath() == null ? "" : root.getRawPath();
    this.root = server(root) + (path.endsWith("/") ? path : path + "/");
  }

  /** Scheme, host and port, without who asks. */
  static String server(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /** Whether two addresses are of one server; a port may be left out where it is the usual one. */
  static boolean isSameServer(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  /** The address of a file. */
  URI file(StorePath path) {
    return URI.create(root + encode(path.value()));
  }

  /** The address of a folder: with a slash at its end. */
  URI folder(StorePath path) {
    return path.isRoot() ? URI.create(root) : URI.create(root + encode(path.value()) + "/");
  }

  private static String encode(String path) {
    StringBuilder encoded = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || PLAIN.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append("%02X".formatted(b & 0xff));
      }
    }
    return encoded.toString();
  }
}
