/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page in which a web server lists a folder: links to what is in it, among others. */
final class IndexPage {
  private static final Pattern LINK = Pattern.compile(
      "<a\\s[^<>]*?href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|\\w+);");

  private IndexPage() {}

  /** The names of the files, and of the folders with a slash at their ends. */
  static Set<String> names(String page, URI address) {
    Set<String> names = new TreeSet<>();
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      String href = link.group(1) != null ? link.group(1) : link.group(2);
      target(address, unescape(href == null ? link.group(3) : href)).ifPresent(names::add);
    }
    return names;
  }

  /** The name that a link leads to; nothing for a link to the folder above or to elsewhere. */
  private static Optional<String> target(URI address, String href) {
    try {
      URI uri = address.resolve(legal(href));
      String folder = address.getRawPath();
      String path = uri.getRawPath();
      boolean here = Addresses.isSameServer(uri, address)
          && uri.getRawQuery() == null
          && path.startsWith(folder)
          && path.length() > folder.length();
      String name = here ? decode(path.substring(folder.length())) : "";
      int slash = name.indexOf('/');
      boolean direct = slash < 0 || slash == name.length() - 1;
      return direct && isName(name) ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isName(String name) {
    return !Set.of("", "/", ".", "./", "..", "../").contains(name) && name.indexOf(0) < 0;
  }

  /** A name with a colon is not a scheme, and what servers forget to escape is escaped. */
  private static String legal(String href) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : href.getBytes(StandardCharsets.UTF_8)) {
      boolean forgotten = b <= ' ' || "\"<>[]\\^`{|}".indexOf(b) >= 0;
      escaped.append(forgotten ? "%%%02X".formatted(b & 0xff) : String.valueOf((char) b));
    }
    boolean absolute = escaped.toString().matches("(?i)(https?:)?//.*|/.*");
    return absolute || escaped.toString().startsWith("?") ? escaped.toString() : "./" + escaped;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String unescape(String html) {
    return ENTITY
        .matcher(html)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
  }

  private static String character(String entity) {
    if (entity.startsWith("#")) {
      boolean hex = entity.startsWith("#x");
      int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> "&" + entity + ";";
    };
  }
}
