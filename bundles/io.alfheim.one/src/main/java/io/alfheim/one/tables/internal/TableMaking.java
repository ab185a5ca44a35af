/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.one.tables.MakeOptions;
import io.alfheim.one.tables.OneTables;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableInfo;
import io.alfheim.one.tables.TableSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes tables of what lies in a folder; used once. */
final class TableMaking {
  private static final int BUFFER = 1 << 16;
  /** What ONE takes for the name of no lab. */
  private static final String NO_LAB = "lab";

  private final Path root;
  private final MakeOptions options;
  private final UUID namespace;
  private final List<TableSession> sessions = new ArrayList<>();
  private final List<TableDataset> datasets = new ArrayList<>();
  private final Map<SessionKey, Path> seen = new HashMap<>();

  TableMaking(Path root, MakeOptions options, UUID namespace) {
    this.root = root;
    this.options = options;
    this.namespace = namespace;
  }

  OneTables make() throws IOException {
    Path real = root.toRealPath();
    for (SessionTree.Found found : SessionTree.in(real, Set.of(FileVisitOption.FOLLOW_LINKS))) {
      add(found);
    }
    return new OneTables(
        sessions,
        datasets,
        TableInfo.of(LocalDateTime.now(ZoneId.systemDefault()), real.toString()));
  }

  private void add(SessionTree.Found found) throws IOException {
    SessionKey key = found.folder().key();
    Path other = seen.putIfAbsent(key, found.place());
    if (other != null) {
      throw new CatalogException(
          "Folders '" + other + "' and '" + found.place() + "' are the same session.",
          "Move the files of one into the other.");
    }
    UUID id = AlfIds.sessionIdAsSpelled(namespace, found.folder());
    sessions.add(new TableSession(
        id.toString(), lab(found), key.subject(), key.date(), key.number(), "", ""));
    for (Map.Entry<DatasetPath, Long> file : found.datasets().entrySet()) {
      datasets.add(dataset(id, found.place(), file.getKey(), file.getValue()));
    }
  }

  private String lab(SessionTree.Found found) {
    String lab = found.folder().key().lab();
    if (options.lab().isEmpty()) {
      return lab;
    }
    if (!lab.isEmpty() && !lab.equals(NO_LAB) && !lab.equals(options.lab())) {
      throw new CatalogException(
          "Lab '" + options.lab() + "' is asked for, and '" + found.place() + "' is of '" + lab
              + "'.",
          "Leave the lab out, or make tables of a folder of that lab only.");
    }
    return options.lab();
  }

  private TableDataset dataset(UUID session, Path place, DatasetPath path, long size)
      throws IOException {
    UUID id = options.idsWithinSession()
        ? AlfIds.datasetIdWithinSession(namespace, path)
        : AlfIds.datasetId(namespace, session, path);
    String hash = options.hashing() ? md5(place.resolve(path.toString())) : "";
    return new TableDataset(
        session.toString(), id.toString(), path.toString(), size, hash, true, Qc.NOT_SET, null);
  }

  private static String md5(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        SessionTree.checkInterrupted();
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
