/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfNameBuilder;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ObjectAssembly;
import io.alfheim.catalog.ObjectAssembly.Piece;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.Timestamps;
import io.alfheim.data.WritesFormat;
import io.alfheim.one.files.internal.Beside;
import io.alfheim.one.files.internal.Companion;
import io.alfheim.one.files.internal.NewFiles;
import io.alfheim.one.files.internal.Trouble;
import io.alfheim.one.internal.SingleColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Reads and writes ALF files in folders on this machine, in the formats that are installed. A service;
 * safe for threads.
 */
@Component(service = AlfIo.class)
public final class AlfIo {
  private final Whiteboard<DatasetReader> readers = new Whiteboard<>(ReadsFormat.EXTENSIONS);
  private final Whiteboard<DatasetWriter> writers = new Whiteboard<>(WritesFormat.EXTENSIONS);

  /** A format to read. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addReader(DatasetReader reader, Map<String, ?> properties) {
    readers.add(reader, properties);
  }

  /** No more. */
  public void removeReader(DatasetReader reader) {
    readers.remove(reader);
  }

  /** A format to write. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addWriter(DatasetWriter writer, Map<String, ?> properties) {
    writers.add(writer, properties);
  }

  /** No more. */
  public void removeWriter(DatasetWriter writer) {
    writers.remove(writer);
  }

  /**
   * The content of a file, by its extension in any case. An array of one column comes as a plain series;
   * what nothing reads comes as a {@link FileData} that knows only the file.
   *
   * @throws CatalogException if there is no such file, or it is empty or damaged
   */
  public Data load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchDatasetException(
          "There is no file '" + file + "'.", "List what there is: DataFolders.list(folder, …).");
    }
    ByteSource source = ByteSource.of(file);
    String extension = extension(file);
    Optional<DatasetReader> reader = readers.find(extension);
    if (reader.isEmpty()) {
      return new FileData(source, extension, readers.keys());
    }
    try {
      if (Files.size(file) == 0) {
        throw new IOException("The file is empty");
      }
      return SingleColumn.flat(reader.get().read(source));
    } catch (IOException e) {
      throw Trouble.of("File '" + file + "' cannot be read", e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** All attributes of an object in a folder; the object may be a pattern. */
  public DataObject loadObject(Path folder, String object) {
    return loadObject(folder, NameFilter.ANY.object(object));
  }

  /**
   * The attributes of an object in a folder that are meant.
   *
   * @throws NoSuchDatasetException if there are none
   * @throws CatalogException if they are of several objects
   */
  public DataObject loadObject(Path folder, NameFilter filter) {
    List<Path> files = DataFolders.list(folder, filter).stream()
        .map(name -> folder.resolve(name.toString()))
        .toList();
    if (files.isEmpty()) {
      List<String> objects = DataFolders.list(folder, NameFilter.ANY).stream()
          .map(AlfName::object)
          .distinct()
          .toList();
      throw new NoSuchDatasetException(
          "No file in '" + folder + "' has " + filter + ".",
          objects.isEmpty()
              ? "The folder has no ALF files; look in another."
              : "The objects there are " + String.join(", ", objects) + ".");
    }
    return loadObject(files);
  }

  /** The object that a file belongs to, with all that its folder has of it. */
  public DataObject loadObject(Path file) {
    return loadObject(
        Beside.folder(file), AlfName.parse(file.getFileName().toString()).object());
  }

  /**
   * One object out of these files.
   *
   * @throws CatalogException if they are of several objects, or two are the same attribute
   */
  public DataObject loadObject(Collection<Path> files) {
    Map<Path, AlfName> names = new LinkedHashMap<>();
    files.forEach(file -> names.put(file, AlfName.parse(file.getFileName().toString())));
    List<String> objects =
        names.values().stream().map(AlfName::object).distinct().toList();
    if (objects.size() != 1) {
      throw new CatalogException(
          objects.isEmpty()
              ? "No files were given to load an object from."
              : "These are files of " + objects.size() + " objects: " + String.join(", ", objects)
                  + ".",
          "Load one object at a time.");
    }
    List<Piece> pieces = names.entrySet().stream()
        .map(each -> new Piece(each.getKey().toString(), each.getValue(), load(each.getKey())))
        .toList();
    return ObjectAssembly.of(objects.get(0), pieces);
  }

  /**
   * The values of a file with the times that lie beside it, one for each value.
   *
   * @throws NoSuchDatasetException if no times, or several, belong to the file
   */
  public Series loadSeries(Path file) {
    NDArray values = load(file).array();
    NDArray stamps = load(Companion.timesOf(file)).array();
    return new Series(Timestamps.perSample(stamps, values.shape(0)), values);
  }

  /**
   * Saves arrays as the attributes of an object, one new {@code npy} file each.
   *
   * @param attributes in any spelling, with equal numbers of rows
   */
  public List<Path> saveObject(Path folder, String object, Map<String, NDArray> attributes) {
    return saveObject(folder, object, attributes, name -> name);
  }

  /** As above, with names that have more parts: {@code name -> name.namespace("ibl")}. */
  public List<Path> saveObject(
      Path folder,
      String object,
      Map<String, NDArray> attributes,
      UnaryOperator<AlfNameBuilder> naming) {
    DataObject.of(object, attributes).warnings().stream().findFirst().ifPresent(warning -> {
      throw new CatalogException(warning, "Save the odd attribute as another object.");
    });
    Map<Path, NDArray> files = new LinkedHashMap<>();
    attributes.forEach((key, array) -> {
      AlfName name = naming.apply(AlfName.builder(object, key, "npy")).build();
      files.put(folder.resolve(name.toString()), array);
    });
    return save(files);
  }

  /** Saves what is to be known about a file beside it, as {@code object.attribute.metadata.json}. */
  public Path saveMetadata(Path file, Document about) {
    AlfName name = AlfName.parse(file.getFileName().toString());
    AlfName beside = name.withAddedExtra("metadata").withExtension("json");
    return save(Map.of(file.resolveSibling(beside.toString()), about)).get(0);
  }

  private List<Path> save(Map<Path, ? extends Data> contents) {
    NewFiles files = new NewFiles();
    try {
      try {
        for (Map.Entry<Path, ? extends Data> each : contents.entrySet()) {
          files.add(each.getKey(), each.getValue(), writer(each.getKey()));
        }
        return files.finish();
      } finally {
        files.sweep();
      }
    } catch (IOException e) {
      throw Trouble.of("Nothing was saved of " + contents.keySet(), e);
    }
  }

  private DatasetWriter writer(Path file) {
    String extension = extension(file);
    return writers
        .find(extension)
        .orElseThrow(() -> new CatalogException(
            "Nothing installed writes '." + extension + "', the format of '" + file + "'.",
            "Drop a bundle that writes it into the plugins folder of the home."));
  }
}
