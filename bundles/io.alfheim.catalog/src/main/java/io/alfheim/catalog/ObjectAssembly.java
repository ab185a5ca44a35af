/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.internal.PartFiles;
import io.alfheim.catalog.internal.SideCar;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the files of one object together. An attribute is called as in the file name, with timescale and
 * extras: {@code times}, {@code times_bpod}, {@code times_bpod.raw}. Beyond that,
 *
 * <ul>
 *   <li>pieces of one attribute ({@code times.part1}, {@code times.part2}) are joined in the order of
 *       their extras;
 *   <li>the columns of a file called {@code table} become attributes, columns {@code x_0} and {@code
 *       x_1} one attribute {@code x} of two columns;
 *   <li>a side-car ({@code times.metadata.json}) names the columns of its array, and whatever else it
 *       holds becomes the attribute {@code timesmetadata}.
 * </ul>
 */
public final class ObjectAssembly {
  private static final String TABLE = "table";

  private final Map<String, Data> attributes = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();

  private ObjectAssembly() {}

  /**
   * One file of an object.
   *
   * @param path of the file, for messages
   * @param name of the file
   * @param data its content
   */
  public record Piece(String path, AlfName name, Data data) {}

  /** Reads datasets of one object and puts them together. */
  public static DataObject load(List<Dataset> datasets) {
    List<Piece> pieces = datasets.stream()
        .map(each -> new Piece(each.toString(), each.path().name(), each.load()))
        .toList();
    return of(datasets.get(0).path().name().object(), pieces);
  }

  /**
   * Puts files of one object together.
   *
   * @throws AmbiguousException if two files are the same attribute
   */
  public static DataObject of(String object, List<Piece> pieces) {
    ObjectAssembly assembly = new ObjectAssembly();
    List<Piece> cars =
        pieces.stream().filter(piece -> SideCar.find(piece, pieces).isPresent()).toList();
    pieces.stream()
        .filter(piece -> !cars.contains(piece))
        .collect(groupingBy(
            piece -> attribute(piece.name()) + "." + piece.name().extension(),
            LinkedHashMap::new,
            toList()))
        .values()
        .forEach(assembly::attribute);
    assembly.spreadTables();
    cars.forEach(car -> SideCar.find(car, pieces).ifPresent(c -> c.applyTo(assembly.attributes)));
    return DataObject.of(object, assembly.attributes);
  }

  private void attribute(List<Piece> sameAttribute) {
    Optional<Data> whole = PartFiles.join(sameAttribute);
    if (whole.isPresent()) {
      put(attribute(sameAttribute.get(0).name()), sameAttribute.get(0).path(), whole.get());
    } else {
      sameAttribute.forEach(piece -> put(key(piece.name()), piece.path(), piece.data()));
    }
  }

  private void put(String key, String path, Data data) {
    String other = origins.put(key, path);
    if (other != null) {
      throw new AmbiguousException(
          AmbiguousException.Kind.DATASET,
          "Both '" + other + "' and '" + path + "' are attribute '" + key + "' of their object.",
          "Load them one by one by their whole paths.",
          List.of(other, path));
    }
    attributes.put(key, data);
  }

  private void spreadTables() {
    for (String key : List.copyOf(attributes.keySet())) {
      if (isTable(key) && attributes.get(key) instanceof Table table) {
        attributes.remove(key);
        DataObject columns = DataObject.of(key, table);
        String suffix = key.substring(TABLE.length());
        columns.attributes().forEach(name -> attributes.put(name + suffix, columns.get(name)));
      }
    }
  }

  private static boolean isTable(String key) {
    return key.equals(TABLE) || key.startsWith(TABLE + "_") || key.startsWith(TABLE + ".");
  }

  /** What an attribute is called: with its timescale and extras. */
  public static String key(AlfName name) {
    return attribute(name) + (name.extra().isEmpty() ? "" : "." + name.extra());
  }

  private static String attribute(AlfName name) {
    return name.attribute() + (name.timescale().isEmpty() ? "" : "_" + name.timescale());
  }
}
