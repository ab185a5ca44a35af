/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.console.internal.render.Bytes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is open and what to try with it.
 *
 * @param description where it is and how big
 * @param suggestion a line to enter
 */
public record OpenCatalog(String description, String suggestion) {

  /** Looks into a catalog. */
  public static OpenCatalog of(Catalog catalog) {
    Catalog.Size size = catalog.size();
    String home = shorten(catalog.home());
    if (size.sessions() == 0) {
      return new OpenCatalog(home + ", which is empty", "scan(\"/folder/with/data\")");
    }
    String description = String.join(
        ", ",
        home + ": " + Counted.of(size.sessions(), "session"),
        Counted.of(size.datasets(), "dataset"),
        Bytes.text(size.bytes()));
    return new OpenCatalog(description, suggestion(catalog.search()));
  }

  private static String suggestion(Search search) {
    Optional<Session> first = search.first();
    return first
        .map(session -> "search(\"subject:" + session.subject() + "\")")
        .orElse("sessions()");
  }

  /** What is said while it is not known yet. */
  public static OpenCatalog opening(Path home) {
    return new OpenCatalog(shorten(home) + " (opening)", "sessions()");
  }

  /** What is said when it cannot be opened. */
  public static OpenCatalog failed(Path home, String reason) {
    return new OpenCatalog(shorten(home) + " cannot be opened: " + reason, "catalog.rebuild()");
  }

  /** What is said when no bundle offers one. */
  public static OpenCatalog none() {
    return new OpenCatalog("no catalog: its bundle is not installed", "1 + 1");
  }

  private static String shorten(Path path) {
    Path user = Path.of(System.getProperty("user.home"));
    return path.startsWith(user) && !path.equals(user)
        ? "~/" + user.relativize(path)
        : path.toString();
  }
}
