/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Makes up the catalog of a consortium of laboratories: the same one for the same seed, session by
 * session in the order of lab, subject, date and number, holding none of them.
 *
 * @param seed chooses one of many catalogs of the same kind
 * @param sessions how many sessions
 * @param datasets how many datasets in each
 */
public record ConsortiumGenerator(long seed, int sessions, int datasets) {
  private static final UUID NAMESPACE = new UUID(0x1234_5678_9abc_4defL, 0x8123_4567_89ab_cdefL);
  private static final LocalDate START = LocalDate.parse("2017-06-01");
  private static final int SESSIONS_OF_SUBJECT = 30;
  private static final int HASH_BYTES = 16;

  private static final List<String> LABS = List.of(
      "angelakilab",
      "churchlandlab",
      "cortexlab",
      "danlab",
      "hausserlab",
      "hoferlab",
      "mainenlab",
      "mrsicflogellab",
      "steinmetzlab",
      "urailab",
      "wittenlab",
      "zadorlab");
  private static final List<String> PROJECTS = List.of(
      "brainwide",
      "behaviour",
      "motor",
      "psychedelics",
      "widefield",
      "aging",
      "serotonin",
      "pilot");

  /** A session of this consortium, whatever was asked before. */
  public SessionEntry session(int index) {
    Random random = new Random(seed * 1_000_003 + index);
    SessionKey key = key(index);
    List<DatasetEntry> entries = ConsortiumDatasets.paths(datasets, random).stream()
        .map(path -> dataset(path, random))
        .toList();
    return new SessionEntry(
        key,
        AlfIds.sessionId(NAMESPACE, key),
        "_iblrig_tasks_choiceworld" + random.nextInt(20),
        projects(random),
        List.of(new Location("main", new StorePath(key.path()))),
        entries);
  }

  /** The key of a session. */
  public SessionKey key(int index) {
    int lab = (int) ((long) index * LABS.size() / sessions);
    int inLab = index - (int) (((long) lab * sessions + LABS.size() - 1) / LABS.size());
    int subject = inLab / SESSIONS_OF_SUBJECT;
    int ofSubject = inLab % SESSIONS_OF_SUBJECT;
    // Every tenth session is the second one of its day.
    int second = ofSubject % 10 == 9 ? 1 : 0;
    LocalDate first = START.plusDays(new Random(seed + 31L * lab + subject).nextInt(2000));
    LocalDate date = first.plusDays(ofSubject - ofSubject / 10 - second);
    String name = LABS.get(lab).substring(0, 2).toUpperCase(Locale.ROOT);
    return new SessionKey(LABS.get(lab), "%s%04d".formatted(name, subject), date, 1 + second);
  }

  private static List<String> projects(Random random) {
    String first = PROJECTS.get(random.nextInt(PROJECTS.size()));
    String second = PROJECTS.get(random.nextInt(PROJECTS.size()));
    return first.equals(second) ? List.of(first) : List.of(first, second);
  }

  private static DatasetEntry dataset(String path, Random random) {
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(hash);
    return new DatasetEntry(
        path,
        (long) Math.exp(8 + 3 * random.nextGaussian()),
        HexFormat.of().formatHex(hash),
        qc(random.nextInt(100)),
        random.nextInt(100) < 97,
        null,
        new UUID(random.nextLong(), random.nextLong()),
        List.of());
  }

  private static Qc qc(int percent) {
    if (percent < 60) {
      return Qc.NOT_SET;
    } else if (percent < 85) {
      return Qc.PASS;
    } else if (percent < 93) {
      return Qc.WARNING;
    }
    return percent < 98 ? Qc.FAIL : Qc.CRITICAL;
  }
}
