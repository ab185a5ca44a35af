/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Session;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts the questions of the golden answers to a {@link One}, and gives answers that can be compared. */
final class Asking {
  private final One one;
  private final Path tree;

  Asking(One one, Path tree) {
    this.one = one;
    this.tree = tree;
  }

  /** The answer, in plain lists and maps, or what is wrong with the question. */
  Object ask(String verb, Args args) {
    try {
      return switch (verb) {
        case "list_subjects" -> one.listSubjects();
        case "search" -> search(args);
        case "list_datasets" -> list(one.listDatasets(args.text("eid")), args);
        case "list_collections" -> list(one.listCollections(args.text("eid")), args);
        case "list_revisions" -> list(one.listRevisions(args.text("eid")), args);
        case "load_dataset" -> dataset(args);
        case "load_object" -> object(args);
        case "load_collection" -> collection(args);
        default -> "an unknown question";
      };
    } catch (AmbiguousException e) {
      return "ambiguous " + e.kind().name().toLowerCase(Locale.ROOT);
    } catch (NoSuchDatasetException e) {
      return String.valueOf(e.getMessage()).startsWith("No collection")
          ? "collection not found"
          : "not found";
    } catch (CatalogException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private List<String> search(Args args) {
    return one.search(args.values()).sessions().stream().map(Asking::unpadded).toList();
  }

  static String unpadded(Session session) {
    return (session.lab().isEmpty() ? "" : session.lab() + "/") + session.subject() + "/"
        + session.date() + "/" + session.number();
  }

  private static List<String> list(Listing all, Args args) {
    Listing listing = all;
    if (args.isMap("filename")) {
      Args parts = args.map("filename");
      for (String part : parts.named().keys()) {
        listing = part(listing, part, parts.texts(part));
      }
    } else if (args.has("filename")) {
      listing = listing.filename(args.texts("filename"));
    }
    if (args.has("collection")) {
      listing = listing.collection(args.texts("collection"));
    }
    if (args.has("revision")) {
      listing = listing.revision(args.texts("revision"));
    }
    if (args.has("qc")) {
      listing = listing.qc(Qc.parse(args.text("qc")));
    }
    return List.copyOf(args.has("ignore_qc_not_set") ? listing.ignoreQcNotSet() : listing);
  }

  private static Listing part(Listing listing, String part, String... anyOf) {
    return switch (part) {
      case "namespace" -> listing.namespace(anyOf);
      case "object" -> listing.object(anyOf);
      case "attribute" -> listing.attribute(anyOf);
      case "timescale" -> listing.timescale(anyOf);
      case "extension" -> listing.extension(anyOf);
      default -> throw new IllegalArgumentException(part);
    };
  }

  private Object dataset(Args args) {
    DatasetLoad load = one.loadDataset(args.text("eid"), args.text("dataset"));
    if (args.has("collection")) {
      load = load.collection(args.texts("collection"));
    }
    if (args.has("revision")) {
      load = load.revision(args.text("revision"));
    }
    return Map.of("path", below(load.path()), "value", described(load.load()));
  }

  private Object object(Args args) {
    ObjectLoad load = one.loadObject(args.text("eid"), args.text("obj"));
    if (args.has("collection")) {
      load = load.collection(args.texts("collection"));
    }
    if (args.has("revision")) {
      load = load.revision(args.text("revision"));
    }
    if (args.has("attribute")) {
      load = load.attribute(args.texts("attribute"));
    }
    DataObject object = load.load();
    Map<String, Object> values = new TreeMap<>();
    object.attributes().forEach(key -> values.put(key, described(object.get(key))));
    List<String> paths = load.paths().stream().map(this::below).sorted().toList();
    return Map.of("paths", paths, "value", values);
  }

  private Object collection(Args args) {
    CollectionLoad load = one.loadCollection(args.text("eid"), args.text("collection"));
    if (args.has("object")) {
      load = load.object(args.texts("object"));
    }
    Map<String, Object> attributes = new TreeMap<>();
    load.load()
        .forEach((object, data) ->
            attributes.put(object, data.attributes().stream().sorted().toList()));
    return attributes;
  }

  private String below(Path file) {
    return tree.relativize(file).toString();
  }

  private static Object described(Data data) {
    if (data instanceof NDArray array) {
      return Map.of(
          "shape", array.dtype().toString() + Arrays.toString(array.shape()),
          "sum", rounded(array.sum()),
          "first", rounded(array.flatten().getDouble(0)));
    }
    return data instanceof Table table
        ? Map.of("columns", List.copyOf(table.columnNames()), "rows", (long) table.rows())
        : Map.of("type", data.document().value() instanceof List ? "list" : "dict");
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.9g", value);
  }

  /** An answer of the file in the shapes made above. */
  static Object plain(Document answer) {
    Object value = answer.value();
    if (value instanceof Map<?, ?> map && map.containsKey("dtype")) {
      List<Long> shape = answer.list("shape").stream().map(Document::integer).toList();
      return Map.of(
          "shape", answer.text("dtype") + shape,
          "sum", rounded(answer.number("sum")),
          "first", rounded(answer.number("first")));
    }
    if (value instanceof Map) {
      Map<String, Object> plain = new TreeMap<>();
      answer.keys().forEach(key -> plain.put(key, plain(answer.get(key))));
      return plain;
    }
    return value instanceof List
        ? answer.list().stream().map(Asking::plain).toList()
        : Objects.requireNonNull(value);
  }
}
