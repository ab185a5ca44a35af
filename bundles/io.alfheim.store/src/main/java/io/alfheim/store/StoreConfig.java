/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.net.URI;
import java.util.Map;

/**
 * What is needed to open a store.
 *
 * @param name the name in the catalog: letters, digits, {@code _ . -}
 * @param uri the root; its scheme chooses the provider
 * @param options further settings, named in the README of the provider's bundle
 */
public record StoreConfig(String name, URI uri, Map<String, String> options) {

  /** Checks the name and copies the options. */
  public StoreConfig {
    if (!name.matches("[\\p{L}\\p{N}_.-]+") || name.startsWith(".")) {
      throw new IllegalArgumentException(
          "Not a name for a store: '" + name + "'. Use letters, digits, '_', '.' and '-'.");
    }
    if (uri.getScheme() == null) {
      throw new IllegalArgumentException(
          "The root of store '" + name + "' has no scheme. Write file:///…, for example.");
    }
    options = Map.copyOf(options);
  }

  /** The root, fit to be shown: without user names, passwords and keys. */
  public String root() {
    if (uri.isOpaque()) {
      return uri.toString().replaceAll("//[^/@]*@", "//");
    }
    String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    return uri.getScheme() + "://" + server + uri.getPath();
  }

  /** Shows neither the user part of the URI nor the options: both may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + uri.getScheme() + ")";
  }
}
