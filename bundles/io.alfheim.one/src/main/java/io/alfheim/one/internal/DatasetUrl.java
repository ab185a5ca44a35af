/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.CatalogException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where datasets are on a server: the session's folder, with the id of a dataset in its name. */
public final class DatasetUrl {
  private static final Pattern REMOTE = Pattern.compile("[a-z][a-z0-9+.-]+://[^/]*(/[^?]*).*");

  private DatasetUrl() {}

  /** The path in a URL, or the path itself. */
  public static String path(String pathOrUrl) {
    Matcher remote = REMOTE.matcher(pathOrUrl);
    if (!remote.matches()) {
      return pathOrUrl;
    }
    String path = remote.group(1);
    try {
      return path.contains("%") ? new URI(path).getPath() : path;
    } catch (URISyntaxException notEncoded) {
      return path;
    }
  }

  /** A path with forward slashes. */
  public static String text(Path path) {
    String start = path.isAbsolute() ? "/" : "";
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/", start, ""));
  }

  /** A path below the root of a server, with what a URL cannot hold encoded. */
  public static URI of(URI root, String path) {
    try {
      String start = root.getPath() == null ? "" : root.getPath().replaceFirst("/+$", "");
      return new URI(root.getScheme(), root.getAuthority(), start + "/" + path, null, null);
    } catch (URISyntaxException e) {
      throw new CatalogException(
          "'" + path + "' below '" + root + "' is no URL.", "Check the address of the server.", e);
    }
  }

  /** The path of the dataset that a record is of; empty for a session. */
  public static Optional<String> pathOf(Map<String, ?> record) {
    return Optional.ofNullable(record.get("rel_path")).map(Object::toString);
  }

  /** The path with the id of the record in the file name. */
  public static String withId(String path, Map<String, ?> record) {
    Object id = record.get("id");
    if (id == null) {
      throw new CatalogException(
          "The record of '" + path + "' has no id, which is part of its URL.",
          "A record has the names of the columns of ONE's tables, the index included.");
    }
    DatasetPath dataset = DatasetPath.parse(path);
    return dataset
        .withName(dataset.name().withUuid(UUID.fromString(id.toString())))
        .toString();
  }
}
