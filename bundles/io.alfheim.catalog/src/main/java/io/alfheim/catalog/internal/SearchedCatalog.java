/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions of a catalog that are searches in other words. */
abstract class SearchedCatalog implements Catalog {

  @Override
  public Search search(String query) {
    return QueryText.narrow(search(), query);
  }

  @Override
  public Session session(String name) {
    SessionNames names = new SessionNames(search());
    return names.find(name).orElseThrow(() -> names.missing(name));
  }

  @Override
  public Optional<Session> findSession(String name) {
    return new SessionNames(search()).find(name);
  }

  @Override
  public List<Dataset> datasets(UUID id) {
    return new DatasetsById(search()).list(id);
  }

  @Override
  public Dataset dataset(UUID id) {
    DatasetsById datasets = new DatasetsById(search());
    return datasets.find(id).orElseThrow(() -> datasets.missing(id));
  }

  @Override
  public Optional<Dataset> findDataset(UUID id) {
    return new DatasetsById(search()).find(id);
  }
}
