/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Arrays with names, as an npz archive holds them. Immutable.
 *
 * <pre>{@code
 * NamedArrays archive = (NamedArrays) session.load("_phy_spikes.features");
 * NDArray x = archive.get("x");
 * }</pre>
 *
 * @param arrays by name, in the order of the archive
 */
public record NamedArrays(Map<String, NDArray> arrays) implements Data {

  public NamedArrays {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /** The names, in the order of the archive. */
  public List<String> names() {
    return List.copyOf(arrays.keySet());
  }

  /** The array of this name, if there is one. */
  public Optional<NDArray> find(String name) {
    return Optional.ofNullable(arrays.get(name));
  }

  /**
   * The array of this name.
   *
   * @throws DataException if there is none
   */
  public NDArray get(String name) {
    return find(name)
        .orElseThrow(
            () -> new DataException("No array '" + name + "' among " + describe() + ".", hint()));
  }

  /**
   * The array, if there is exactly one.
   *
   * @throws DataException if there are none or several
   */
  @Override
  public NDArray array() {
    if (arrays.size() != 1) {
      throw new DataException("This is not an array but " + describe() + ".", hint());
    }
    return arrays.values().iterator().next();
  }

  private String hint() {
    return arrays.isEmpty()
        ? "There are no arrays."
        : "Ask by name: get(\"" + names().get(0) + "\").";
  }

  @Override
  public String describe() {
    String list = arrays.entrySet().stream()
        .limit(5)
        .map(entry -> entry.getKey() + " " + entry.getValue().describe())
        .collect(Collectors.joining(", "));
    String count = arrays.size() == 1 ? "1 array" : arrays.size() + " arrays";
    return arrays.isEmpty() ? count : count + ": " + list + (arrays.size() > 5 ? ", ..." : "");
  }

  @Override
  public String toString() {
    return describe();
  }
}
