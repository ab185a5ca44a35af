/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfNameBuilder;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Registration;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DataObject;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.NamedArrays;
import io.alfheim.data.Table;
import io.alfheim.store.WritableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A registration as far as it was said; {@link Saving} carries it out.
 *
 * @param revision the label that all files get, or empty where each path says its own
 */
record Draft(
    RecordedSession session, List<NewFile> files, Qc verdict, String words, String revision)
    implements Registration {

  Draft(RecordedSession session, String revision) {
    this(session, List.of(), Qc.NOT_SET, "", revision);
  }

  /** What a name stands for: a path, or what is to be revised. */
  private DatasetPath path(String name) {
    return revision.isEmpty()
        ? DatasetPath.parse(name)
        : new NextRevision(session).path(name, revision);
  }

  @Override
  public Draft put(String path, Data content) {
    return put(path(path), content);
  }

  private Draft put(DatasetPath path, Data content) {
    DatasetWriter writer = session.catalog().writer(path);
    return with(path, out -> writer.write(content, out));
  }

  private Draft with(DatasetPath path, WritableStore.Bytes bytes) {
    if (files.stream().anyMatch(file -> file.path().equals(path))) {
      throw new CatalogException(
          "Dataset '" + path + "' is named twice in one registration.",
          "Name it once, or give one of them another revision.");
    }
    List<NewFile> more = new ArrayList<>(files);
    more.add(new NewFile(path, bytes));
    return new Draft(session, List.copyOf(more), verdict, words, revision);
  }

  @Override
  public Draft copy(String path, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CatalogException(
          "There is no file '" + file + "' to be copied to '" + path + "'.", "Check the spelling.");
    }
    return with(path(path), out -> Files.copy(file, out));
  }

  @Override
  public Draft save(
      String object,
      String collection,
      Map<String, ? extends Data> attributes,
      UnaryOperator<AlfNameBuilder> naming) {
    return save(
        DataObject.of(object, attributes).warnings(),
        collection,
        attributes,
        (key, extension) ->
            naming.apply(AlfName.builder(object, key, extension)).build());
  }

  @Override
  public Draft save(DataObject object, String collection) {
    Map<String, Data> attributes = new LinkedHashMap<>();
    object.attributes().forEach(key -> attributes.put(key, object.get(key)));
    return save(
        object.warnings(),
        collection,
        attributes,
        (key, extension) -> AlfName.parse(object.name() + "." + key + "." + extension));
  }

  /** How a file is named for an attribute. */
  private interface Naming {
    AlfName name(String key, String extension);
  }

  private Draft save(
      List<String> warnings,
      String collection,
      Map<String, ? extends Data> attributes,
      Naming naming) {
    if (!warnings.isEmpty()) {
      throw new CatalogException(
          warnings.get(0), "Save attributes of equal length, or the odd one as another object.");
    }
    Draft all = this;
    for (Map.Entry<String, ? extends Data> each : attributes.entrySet()) {
      AlfName name = naming.name(each.getKey(), extension(each.getKey(), each.getValue()));
      all = all.put(new DatasetPath(collection, revision, name), each.getValue());
    }
    return all;
  }

  private static String extension(String key, Data content) {
    if (content instanceof NDArray) {
      return "npy";
    } else if (content instanceof NamedArrays) {
      return "npz";
    } else if (content instanceof Table) {
      return "pqt";
    } else if (content instanceof Document) {
      return "json";
    }
    throw new DataException(
        "Attribute '" + key + "' is " + content.describe() + ", which has no usual format.",
        "Name the format: put(\"collection/object.attribute.extension\", …).");
  }

  @Override
  public Draft metadata(String path, Document about) {
    DatasetPath of = path(path);
    return put(of.withName(of.name().withAddedExtra("metadata").withExtension("json")), about);
  }

  @Override
  public Draft qc(Qc newVerdict) {
    return new Draft(session, files, newVerdict, words, revision);
  }

  @Override
  public Draft message(String newWords) {
    return new Draft(session, files, verdict, newWords, revision);
  }

  @Override
  public List<Dataset> commit() {
    if (files.isEmpty()) {
      throw new CatalogException(
          "There is nothing to register in session '" + session.key() + "'.",
          "Name a dataset first: put(\"alf/spikes.times.npy\", array).");
    }
    return new Saving(this).run();
  }

  /** A few lines for people: what is going to be written. */
  @Override
  public String toString() {
    List<String> paths = files.stream().map(file -> "\n  " + file.path()).toList();
    return Counted.of(files.size(), "dataset") + " to be written to " + session.key()
        + " at commit():" + String.join("", paths);
  }
}
