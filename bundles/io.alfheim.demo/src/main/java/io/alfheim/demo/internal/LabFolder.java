/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The folder of all sessions. */
public final class LabFolder {
  private static final List<String> NEEDED = List.of("csv", "json", "jsonable", "npy", "tsv");

  /** What people leave lying about; none of these is a dataset. */
  private static final Map<String, String> LEFTOVERS = Map.of(
      "cortexlab/Subjects/SP026/2019-11-21/001/notes.txt",
      "Wheel felt stiff, cleaned it after the session.\n",
      "mainenlab/Subjects/ZM_1898/2020-02-18/001/alf/a-b.c.d",
      "?\n",
      "zadorlab/Subjects/CSH_ZAD_019/2020-08-17/001/alf/probe00/cluster_group.tsv",
      "cluster_id\tgroup\n0\tgood\n");

  private final Writers writers;
  private final long seed;

  public LabFolder(Writers writers, long seed) {
    this.writers = writers;
    this.seed = seed;
  }

  /** Writes all sessions below an empty folder. */
  public void writeInto(Path folder) throws IOException {
    writers.require(NEEDED);
    String tables = writers.canWrite("pqt") ? "pqt" : "csv";
    for (Recording recording : Recording.ALL) {
      Path session = folder.resolve(folderOf(recording.key()));
      for (Dataset dataset : recording.datasets(seed, tables)) {
        checkInterrupted();
        Path file = session.resolve(dataset.path().toString());
        Files.createDirectories(session.resolve(dataset.path().folder()));
        writers.write(dataset.data(), dataset.path().name().extension(), file);
      }
    }
    for (Map.Entry<String, String> leftover : LEFTOVERS.entrySet()) {
      Files.writeString(folder.resolve(leftover.getKey()), leftover.getValue());
    }
  }

  private static String folderOf(SessionKey key) {
    String lab = key.lab().isEmpty() ? "" : key.lab() + "/Subjects/";
    return String.format(Locale.ROOT, "%s%s/%s/%03d", lab, key.subject(), key.date(), key.number());
  }

  private static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Writing the demo data was interrupted.");
    }
  }
}
