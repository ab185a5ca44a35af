/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.console.internal.help.Explanation;
import io.alfheim.console.internal.help.Topics;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * The words of the console: every snippet sees these methods without an import. They ask the catalog
 * of this home, which is the variable {@code catalog}; a session is given by its name.
 */
public final class Verbs {
  private Verbs() {}

  /** All sessions, to be narrowed down. */
  public static Search search() {
    return catalog().search();
  }

  /** Sessions by words: {@code search("subject:SP026 dataset:spikes.times")}. */
  public static Search search(String query) {
    return catalog().search(query);
  }

  /** All sessions, the latest first. */
  public static List<Session> sessions() {
    return search().list();
  }

  /** The sessions of a search, the latest first. */
  public static List<Session> sessions(String query) {
    return search(query).list();
  }

  /** The session of a name, a path, a reference or an id. */
  public static Session session(String name) {
    return catalog().session(name);
  }

  /** The names of all subjects. */
  public static List<String> subjects() {
    return catalog().subjects();
  }

  /** The names of all labs. */
  public static List<String> labs() {
    return catalog().labs();
  }

  /** The names of all datasets, each once. */
  public static List<String> datasets() {
    return catalog().datasets();
  }

  /** The datasets of a session. */
  public static List<Dataset> datasets(String session) {
    return session(session).datasets();
  }

  /** The datasets of a session with a name; {@code *} stands for any characters. */
  public static List<Dataset> datasets(String session, String name) {
    return session(session).datasets(name);
  }

  /** All collections. */
  public static List<String> collections() {
    return catalog().collections();
  }

  /** The collections of a session; the session folder itself is {@code ""}. */
  public static List<String> collections(String session) {
    return session(session).collections();
  }

  /** All revisions. */
  public static List<String> revisions() {
    return catalog().revisions();
  }

  /** The revisions of a session; {@code ""} for datasets without one. */
  public static List<String> revisions(String session) {
    return session(session).revisions();
  }

  /** The content of a dataset. */
  public static Data load(String session, String dataset) {
    return session(session).load(dataset);
  }

  /** The content of a dataset of a collection. */
  public static Data load(String session, String dataset, String collection) {
    return session(session).load(dataset, collection);
  }

  /** The content of a dataset: {@code load(s, d, in("alf/probe00").revision("2020-01-08"))}. */
  public static Data load(String session, String dataset, Scope scope) {
    return session(session).load(dataset, scope);
  }

  /** All attributes of an object. */
  public static DataObject loadObject(String session, String object) {
    return session(session).loadObject(object);
  }

  /** All attributes of an object of a collection. */
  public static DataObject loadObject(String session, String object, String collection) {
    return session(session).loadObject(object, collection);
  }

  /** All attributes of an object. */
  public static DataObject loadObject(String session, String object, Scope scope) {
    return session(session).loadObject(object, scope);
  }

  /** All objects of a collection, by name. */
  public static Map<String, DataObject> loadCollection(String session, String collection) {
    return session(session).loadCollection(collection);
  }

  /** Where to look: in a collection. */
  public static Scope in(String collection) {
    return Scope.in(collection);
  }

  /** Looks through a folder for sessions and writes down what is there. */
  public static ScanReport scan(String folder) {
    return scan(Path.of(folder));
  }

  /** Looks through a folder for sessions and writes down what is there. */
  public static ScanReport scan(Path folder) {
    return catalog().scan(folder);
  }

  /**
   * The service of a type, the one with the highest ranking.
   *
   * @throws CatalogException if no bundle offers one
   */
  public static <T> T service(Class<T> type) {
    BundleContext context = FrameworkUtil.getBundle(Verbs.class).getBundleContext();
    ServiceReference<T> reference = context.getServiceReference(type);
    T service = reference == null ? null : context.getService(reference);
    if (service == null) {
      throw new CatalogException(
          "No bundle offers the service '" + type.getSimpleName() + "'.",
          "Drop a bundle that does into the plugins folder of the home.");
    }
    return service;
  }

  /** Prints a value on a line of its own. */
  public static void println(@Nullable Object value) {
    System.out.println(value);
  }

  /** One page of all words. */
  public static void help() {
    System.out.println(Topics.read().page());
  }

  /** What a word means, with an example. */
  public static void help(String topic) {
    Topics topics = Topics.read();
    String none = "There is no help on '" + topic + "'. These are the topics:\n\n";
    System.out.println(
        topics.find(topic).map(Object::toString).orElseGet(() -> none + topics.page()));
  }

  /** What a value is, and what can be asked of it. */
  public static void help(@Nullable Object value) {
    if (value instanceof String topic) {
      help(topic);
    } else {
      System.out.println(value == null ? "Nothing: null." : Explanation.of(value));
    }
  }

  private static Catalog catalog() {
    return service(Catalog.class);
  }
}
