/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one store: its root as {@code uri}, or as {@code protocol} and {@code
 * location} with {@code bucket} or {@code host}; all else are options.
 *
 * @param name the name of the store
 * @param source where this is written, in words
 * @param lines by key
 */
record StoreLines(String name, String source, Map<String, String> lines) {

  /** The configuration, or an error that says what to write. */
  StoreConfig config() throws IOException {
    Map<String, String> options = new HashMap<>();
    lines.forEach((key, value) -> options.put(optionName(key), value.strip()));
    try {
      URI root = root(options);
      refusePassword(root);
      return new StoreConfig(name, root, options);
    } catch (IllegalArgumentException | URISyntaxException e) {
      throw wrong("says: " + e.getMessage(), "Correct it", e);
    }
  }

  /** One option has been written in several ways. */
  private static String optionName(String key) {
    return key.replaceAll("[-_]", "").equalsIgnoreCase("readOnly") ? "readOnly" : key;
  }

  private URI root(Map<String, String> options) throws IOException, URISyntaxException {
    Optional<String> uri = take(options, "uri");
    Optional<String> protocol = take(options, "protocol").map(p -> p.toLowerCase(Locale.ROOT));
    if (uri.isPresent() == protocol.isPresent()) {
      throw wrong(
          uri.isPresent() ? "has both 'uri' and 'protocol'" : "has neither 'uri' nor 'protocol'",
          "Write uri = file:///data/lab, or protocol = file and location = /data/lab",
          null);
    }
    return uri.isPresent() ? new URI(uri.get()) : root(protocol.orElseThrow(), options);
  }

  private URI root(String protocol, Map<String, String> options)
      throws IOException, URISyntaxException {
    boolean local = protocol.equals("file");
    String serverKey = protocol.equals("s3") ? "bucket" : "host";
    Optional<String> server = local ? Optional.of("") : take(options, serverKey);
    if (server.isEmpty()) {
      throw wrong("has no '" + serverKey + "'", "Write " + serverKey + " = …", null);
    }
    Optional<String> location = take(options, "location");
    if (location.isEmpty() && local) {
      throw wrong("has no 'location'", "Write location = /data/lab", null);
    }
    String path = location.orElse("");
    if (local && !path.startsWith("/")) {
      throw wrong("has the location '" + path + "'", "Write an absolute path", null);
    }
    String rooted = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    return new URI(protocol, server.get(), rooted, null, null);
  }

  private static Optional<String> take(Map<String, String> options, String key) {
    return Optional.ofNullable(options.remove(key)).filter(text -> !text.isEmpty());
  }

  private void refusePassword(URI root) throws IOException {
    String user = root.getRawAuthority() == null ? "" : root.getRawAuthority();
    int at = user.lastIndexOf('@');
    if (at >= 0 && user.substring(0, at).contains(":")) {
      throw wrong(
          "has a password in the address",
          "Keep it elsewhere and write the option password = $[env:NAME]",
          null);
    }
  }

  private IOException wrong(String what, String next, @Nullable Exception e) {
    String place = source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
    return new IOException(place + " " + what + ". " + next + ".", e);
  }
}
