/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one store: its root as {@code uri}, or as {@code protocol} and {@code
 * location} with {@code bucket} or {@code host}; all else are options.
 *
 * @param name the name of the store
 * @param source where this is written, in words
 * @param lines by key
 * @param fault why nobody can read them, as the end of a sentence about the source, and what to do;
 *     empty if there is no trouble
 */
record StoreLines(String name, String source, Map<String, String> lines, String fault) {
  private static final Pattern SEPARATED = Pattern.compile("[-_](\\p{Alnum})");
  private static final List<String> PROTOCOLS = List.of("file", "http", "https", "s3", "sftp");

  /** What is left of a password in an address that is no good: where the server should be named. */
  private static final Pattern ASTRAY = Pattern.compile("/*[^/]*:.*@.*");

  StoreLines(String name, String source, Map<String, String> lines) {
    this(name, source, lines, "");
  }

  /** The configuration, or an error that says what to write. */
  StoreConfig config() throws IOException {
    if (!fault.isEmpty()) {
      throw new IOException(place() + " " + fault);
    }
    Map<String, String> options = new HashMap<>();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      String option = optionName(line.getKey());
      if (options.put(option, line.getValue().strip()) != null) {
        throw wrong("has the option '" + option + "' twice", "Take one of them out", null);
      }
    }
    Optional<String> named = take(options, "name");
    if (named.isPresent() && !named.get().equals(name)) {
      throw wrong(
          "is of store '" + name + "' and has the name '" + named.get() + "'",
          "Take the name out, or rename the file",
          null);
    }
    checkKeep(options);
    try {
      URI root = root(options);
      refusePassword(root);
      return new StoreConfig(name, root, options);
    } catch (URISyntaxException e) {
      // Its message repeats the address, and there may be a password in it.
      throw wrong(
          "has an address that cannot be read: " + e.getReason() + " at index " + e.getIndex(),
          "Correct it; a space is written as %20, a password not at all",
          null);
    } catch (IllegalArgumentException e) {
      throw wrong("says: " + e.getMessage(), "Correct it", e);
    }
  }

  /** An option may be written with dashes or underscores: {@code access_key} is {@code accessKey}. */
  private static String optionName(String key) {
    if (key.replaceAll("[-_]", "").equalsIgnoreCase("readOnly")) {
      return "readOnly";
    }
    return SEPARATED.matcher(key).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private void checkKeep(Map<String, String> options) throws IOException {
    String keep = options.getOrDefault(Stores.KEEP, "false");
    if (!keep.equals("true") && !keep.equals("false")) {
      throw wrong("has keep = '" + keep + "'", "Write true or false", null);
    }
  }

  private URI root(Map<String, String> options) throws IOException, URISyntaxException {
    Optional<String> uri = take(options, "uri");
    Optional<String> protocol = take(options, "protocol").map(p -> p.toLowerCase(Locale.ROOT));
    if (uri.isPresent() == protocol.isPresent()) {
      throw wrong(
          uri.isPresent()
              ? "has both 'uri' and 'protocol'"
              : "has neither 'uri' nor 'protocol'" + only(options),
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
      String known = PROTOCOLS.contains(protocol)
          ? ""
          : ", or protocol = " + io.alfheim.alf.Nearest.to(protocol, PROTOCOLS) + " instead of "
              + protocol;
      throw wrong(
          "has no '" + serverKey + "'" + only(options),
          "Write " + serverKey + " = …" + known,
          null);
    }
    Optional<String> location = take(options, "location");
    if (location.isEmpty() && local) {
      throw wrong("has no 'location'" + only(options), "Write location = /data/lab", null);
    }
    String path = location.orElse("");
    if (local && !path.startsWith("/")) {
      throw wrong("has the location '" + path + "'", "Write an absolute path", null);
    }
    String rooted = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    return new URI(protocol, server.get(), rooted, null, null);
  }

  /** What there is: the name that is missing may be among it, misspelt. */
  private static String only(Map<String, String> options) {
    return options.isEmpty() ? "" : ", only " + new TreeSet<>(options.keySet());
  }

  private static Optional<String> take(Map<String, String> options, String key) {
    return Optional.ofNullable(options.remove(key)).filter(text -> !text.isEmpty());
  }

  private void refusePassword(URI root) throws IOException {
    String user = root.getRawAuthority() == null ? "" : root.getRawAuthority();
    int at = user.lastIndexOf('@');
    if (at >= 0 ? user.substring(0, at).contains(":") : isAstray(root)) {
      throw wrong(
          "has a password in the address",
          "Keep it elsewhere and write the option password = $[env:NAME]",
          null);
    }
  }

  /** Whether there is a password, but not where it is expected; it would be shown with the root. */
  private static boolean isAstray(URI root) {
    String rest = root.getRawSchemeSpecificPart();
    boolean local = "file".equals(root.getScheme()) || rest.startsWith("file:");
    return root.getHost() == null && !local && ASTRAY.matcher(rest).matches();
  }

  private String place() {
    return source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
  }

  private IOException wrong(String what, String next, @Nullable Exception e) {
    return new IOException(place() + " " + what + ". " + next + ".", e);
  }
}
