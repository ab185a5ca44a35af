/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.Registration;
import io.alfheim.catalog.Revision;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.Selection;
import io.alfheim.catalog.Session;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.store.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A session of which only names are known. */
public record SomeSession(SessionKey key, List<Dataset> datasets) implements Session {

  public static SomeSession of(String key, String... datasets) {
    List<Dataset> made = new java.util.ArrayList<>();
    SomeSession session = new SomeSession(SessionKey.parse(key), made);
    for (String path : datasets) {
      made.add(new SomeDataset(session, DatasetPath.parse(path)));
    }
    return session;
  }

  @Override
  public UUID id() {
    return new UUID(0, 0);
  }

  @Override
  public List<Commit> log() {
    return List.of();
  }

  @Override
  public String protocol() {
    return "biasedChoiceWorld";
  }

  @Override
  public List<String> projects() {
    return List.of("one", "two");
  }

  @Override
  public List<Dataset> datasets(String name) {
    return List.of();
  }

  @Override
  public List<String> collections() {
    return datasets.stream().map(each -> each.path().collection()).distinct().toList();
  }

  @Override
  public List<String> revisions() {
    return List.of("");
  }

  @Override
  public List<String> objects() {
    return List.of();
  }

  @Override
  public Dataset dataset(String name, Scope scope) {
    return datasets.get(0);
  }

  @Override
  public Selection select(DatasetQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Selection select(String name, Scope scope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DataObject loadObject(String object, Scope scope) {
    return DataObject.of(object, Map.of());
  }

  @Override
  public Map<String, DataObject> loadCollection(Scope scope) {
    return Map.of();
  }

  @Override
  public Registration revise(String label, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Revision describeRevision(String label) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registration register() {
    throw new UnsupportedOperationException();
  }

  /** A dataset of which only the name and the size are known. */
  record SomeDataset(Session session, DatasetPath path) implements Dataset {
    @Override
    public UUID id() {
      return new UUID(0, 1);
    }

    @Override
    public List<Commit> log() {
      return List.of();
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.of(4200);
    }

    @Override
    public Optional<String> hash() {
      return Optional.empty();
    }

    @Override
    public Qc qc() {
      return path.isRevised() ? Qc.WARNING : Qc.NOT_SET;
    }

    @Override
    public Optional<Boolean> isDefault() {
      return Optional.empty();
    }

    @Override
    public List<Location> locations() {
      return List.of();
    }

    @Override
    public ByteSource source() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Data load() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Dataset setQc(Qc verdict, String why) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Dataset makeDefault(String why) {
      throw new UnsupportedOperationException();
    }
  }
}
