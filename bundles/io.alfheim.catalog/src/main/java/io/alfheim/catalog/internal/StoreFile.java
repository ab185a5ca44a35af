/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration files of stores, {@code etc/io.alfheim.store-NAME.cfg}. */
record StoreFile(Path etc) {
  private static final String PREFIX = "io.alfheim.store-";
  private static final String SUFFIX = ".cfg";
  private static final String URI_KEY = "uri";

  /** All stores configured, by name. */
  Map<String, StoreConfig> read() throws IOException {
    Map<String, StoreConfig> stores = new TreeMap<>();
    if (Files.isDirectory(etc)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*" + SUFFIX)) {
        for (Path file : files) {
          StoreConfig store = read(file);
          stores.put(store.name(), store);
        }
      }
    }
    return stores;
  }

  private static StoreConfig read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    }
    Map<String, String> options = new HashMap<>();
    lines
        .stringPropertyNames()
        .forEach(key -> options.put(key, lines.getProperty(key).strip()));
    String uri = options.remove(URI_KEY);
    if (uri == null) {
      throw new IOException("The store file '" + file + "' has no line 'uri = …'.");
    }
    String fileName = file.getFileName().toString();
    String name = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
    try {
      return new StoreConfig(name, URI.create(uri), options);
    } catch (IllegalArgumentException e) {
      throw new IOException("The store file '" + file + "' is wrong: " + e.getMessage(), e);
    }
  }

  /** Writes a store without options, whole or not at all. */
  void write(StoreConfig store) throws IOException {
    Path temporary = temporary();
    try {
      Files.writeString(temporary, URI_KEY + " = " + store.uri() + "\n");
      Path file = etc.resolve(PREFIX + store.name() + SUFFIX);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private Path temporary() throws IOException {
    try {
      Files.createDirectories(etc);
      return Files.createTempFile(etc, "store", ".new");
    } catch (FileSystemException e) {
      AccessDeniedException denied = new AccessDeniedException(
          etc.toString(), null, "A new store cannot be written down in this home.");
      denied.initCause(e);
      throw denied;
    }
  }
}
