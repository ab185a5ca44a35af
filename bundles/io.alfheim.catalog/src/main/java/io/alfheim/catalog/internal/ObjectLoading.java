/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads whole objects: every attribute in the revision that is meant. */
final class ObjectLoading {
  private static final Logger log = LoggerFactory.getLogger(ObjectLoading.class);

  private final RecordedSession session;
  private final Scope scope;
  private final Selection selection;

  ObjectLoading(RecordedSession session, Scope scope) {
    this.session = session;
    this.scope = scope;
    this.selection = new Selection(session, scope);
  }

  DataObject object(String object) {
    TextMatch name = Wildcards.match(object);
    List<RecordedDataset> found =
        selection.resolved(dataset -> name.test(dataset.path().name().object()));
    if (found.isEmpty()) {
      throw selection.missing("object", object, session.objects());
    }
    long places = found.stream()
        .map(d -> d.path().collection() + "/" + d.path().name().object())
        .distinct()
        .count();
    if (places > 1) {
      throw selection.ambiguous("Object '" + object + "'", found);
    }
    return load(found);
  }

  Map<String, DataObject> all() {
    List<RecordedDataset> found = selection.resolved(dataset -> true);
    if (found.isEmpty()) {
      throw selection.missing("collection", scope.collection().orElse(""), session.collections());
    }
    Map<String, List<RecordedDataset>> byObject = found.stream()
        .collect(Collectors.groupingBy(
            dataset -> dataset.path().name().object(), TreeMap::new, Collectors.toList()));
    Map<String, DataObject> objects = new LinkedHashMap<>();
    byObject.forEach((object, datasets) -> objects.put(object, load(datasets)));
    return objects;
  }

  private DataObject load(List<RecordedDataset> datasets) {
    Map<String, RecordedDataset> byKey = new LinkedHashMap<>();
    for (RecordedDataset dataset : datasets) {
      RecordedDataset other = byKey.put(key(dataset.path().name()), dataset);
      if (other != null) {
        throw new AmbiguousException(
            "Both '" + other + "' and '" + dataset + "' are attribute '"
                + key(dataset.path().name()) + "' of their object.",
            "Load them one by one by their whole paths.",
            List.of(other.toString(), dataset.toString()));
      }
    }
    Map<String, Data> attributes = new LinkedHashMap<>();
    byKey.forEach((key, dataset) -> attributes.put(key, dataset.load()));
    DataObject object = DataObject.of(datasets.get(0).path().name().object(), attributes);
    object.warnings().forEach(w -> log.warn("session={} {}", session.key(), w));
    return object;
  }

  /** What tells the attributes of one object apart. */
  private static String key(AlfName name) {
    return name.attribute()
        + (name.timescale().isEmpty() ? "" : "_" + name.timescale())
        + (name.extra().isEmpty() ? "" : "." + name.extra());
  }
}
