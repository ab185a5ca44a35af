/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
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
import java.util.UUID;

/** The configuration files of stores, {@code etc/io.alfheim.store-NAME.cfg}. */
record StoreFile(Path etc) {
  private static final String PREFIX = "io.alfheim.store-";
  private static final String SUFFIX = ".cfg";
  private static final String URI_KEY = "uri";

  /** What is written about each store, by name. */
  Map<String, StoreLines> read() throws IOException {
    Map<String, StoreLines> stores = new TreeMap<>();
    if (Files.isDirectory(etc)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*" + SUFFIX)) {
        for (Path file : files) {
          StoreLines store = read(file);
          stores.put(store.name(), store);
        }
      }
    }
    return stores;
  }

  /** A file that cannot be read is the trouble of its own store only. */
  private static StoreLines read(Path file) {
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
    String source = "the store file '" + file + "'";
    try {
      return new StoreLines(name, source, lines(file));
    } catch (CharacterCodingException e) {
      return unreadable(name, source, "is not text in UTF-8. Save it as UTF-8.");
    } catch (IllegalArgumentException e) {
      return unreadable(name, source, "has a broken '\\u'. Correct it.");
    } catch (IOException e) {
      return unreadable(name, source, "cannot be read. Check that it is a file you may read.");
    }
  }

  private static StoreLines unreadable(String name, String source, String fault) {
    return new StoreLines(name, source, Map.of(), fault);
  }

  private static Map<String, String> lines(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> lines = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
    return lines;
  }

  /** Writes a store down, whole or not at all. */
  void write(StoreConfig store) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(URI_KEY).append(" = ").append(store.uri()).append('\n');
    new TreeMap<>(store.options())
        .forEach((key, value) -> text.append(key)
            .append(" = ")
            .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
            .append('\n'));
    Path temporary = temporary();
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, file(store.name()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Deletes what is written about a store; false if it is written elsewhere. */
  boolean delete(String name) throws IOException {
    return Files.deleteIfExists(file(name));
  }

  private Path file(String name) {
    return etc.resolve(PREFIX + name + SUFFIX);
  }

  private Path temporary() throws IOException {
    try {
      Files.createDirectories(etc);
      // Not a temporary file, which is for its owner only: others of the laboratory share the home.
      return Files.createFile(etc.resolve("store-" + UUID.randomUUID() + ".new"));
    } catch (FileSystemException e) {
      AccessDeniedException denied = new AccessDeniedException(
          etc.toString(), null, "A new store cannot be written down in this home.");
      denied.initCause(e);
      throw denied;
    }
  }
}
