/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StoreEntry;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hash of the file that is there for a dataset; one that looks as it did is not read again. */
record NearHash(RecordedDataset dataset) {
  private static final Logger log = LoggerFactory.getLogger(NearHash.class);

  String of(ContentSource copy, StoreEntry file) throws IOException {
    String path = dataset.entry().path();
    Fingerprints prints = Fingerprints.of(
        dataset.session().catalog().fingerprints(),
        copy.location().store(),
        dataset.session().id().toString());
    boolean isSpelledSo = copy.location().path().value().endsWith("/" + path);
    String known = isSpelledSo ? prints.find(path, file.size(), file.modified()) : "";
    if (!known.isEmpty()) {
      return known;
    }
    String hash = Md5.of(copy.content());
    if (isSpelledSo) {
      prints.keepAll();
      prints.put(path, file.size(), file.modified(), hash);
      save(prints);
    }
    return hash;
  }

  /** A home may be there for reading only. */
  private void save(Fingerprints prints) {
    try {
      prints.save();
    } catch (IOException e) {
      log.debug("the hash of dataset={} is not remembered", dataset, e);
    }
  }
}
