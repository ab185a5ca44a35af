/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.ObjectAssembly;
import io.alfheim.catalog.ObjectAssembly.Piece;
import io.alfheim.data.Data;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JSON file that tells of another file: {@code spikes.features.metadata.json} of {@code
 * spikes.features.npy}.
 *
 * @param path of the side-car
 * @param key the attribute it tells of
 * @param content what it says
 */
public record SideCar(String path, String key, Document content) {
  private static final Logger log = LoggerFactory.getLogger(SideCar.class);
  private static final String METADATA = "metadata";
  private static final String COLUMNS = "columns";

  /** The side-car that a file is, if it is one and the file it tells of is there. */
  public static Optional<SideCar> find(Piece piece, List<Piece> all) {
    AlfName name = piece.name();
    List<String> extras = name.extraParts();
    boolean named = !extras.isEmpty()
        && extras.get(extras.size() - 1).startsWith(METADATA)
        && piece.data() instanceof Document document
        && document.value() instanceof Map;
    if (!named) {
      return Optional.empty();
    }
    String extra = String.join(".", extras.subList(0, extras.size() - 1));
    return all.stream()
        .map(Piece::name)
        .filter(other -> other.namespace().equals(name.namespace())
            && other.attribute().equals(name.attribute())
            && other.timescale().equals(name.timescale())
            && other.extra().equals(extra))
        .findFirst()
        .map(other ->
            new SideCar(piece.path(), ObjectAssembly.key(other), piece.data().document()));
  }

  /** Names the columns and adds what else there is to say. */
  public void applyTo(Map<String, Data> attributes) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    content.keys().forEach(word -> rest.put(word, content.get(word).value()));
    if (rest.containsKey(COLUMNS) && split(attributes)) {
      rest.remove(COLUMNS);
    }
    if (!rest.isEmpty()) {
      attributes.put(key + METADATA, Document.of(rest));
    }
  }

  private boolean split(Map<String, Data> attributes) {
    List<String> names = content.list(COLUMNS).stream().map(Document::text).toList();
    if (!(attributes.get(key) instanceof NDArray array)
        || array.rank() == 0
        || array.shape(array.rank() - 1) != names.size()) {
      log.warn("sidecar={} names {} columns, which '{}' does not have", path, names.size(), key);
      return false;
    }
    attributes.remove(key);
    for (int i = 0; i < names.size(); i++) {
      attributes.put(names.get(i), array.select(array.rank() - 1, i));
    }
    return true;
  }
}
