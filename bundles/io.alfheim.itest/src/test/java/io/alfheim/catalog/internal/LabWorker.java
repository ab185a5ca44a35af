/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.Session;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program that scans, registers, saves, judges and tags, one thing after the other, and writes into
 * a {@link Ledger} what it is about to do and that it is done. It may be killed at any moment.
 *
 * <p>Arguments: home, folder with the data, ledger, name of its subject, number of steps.
 */
final class LabWorker {
  private static final List<String> FILES = List.of("alf/spikes.times.npy", "alf/spikes.amps.npy");

  private final HomeCatalog catalog;
  private final Path data;
  private final Ledger ledger;
  private final String subject;
  private final Random random;
  /** Sessions that are acknowledged. */
  private final List<String> sessions = new ArrayList<>();

  private LabWorker(HomeCatalog catalog, Path data, Ledger ledger, String subject) {
    this.catalog = catalog;
    this.data = data;
    this.ledger = ledger;
    this.subject = subject;
    this.random = new Random(subject.hashCode());
  }

  public static void main(String... arguments) throws Exception {
    HomeCatalog catalog = RealParts.catalog(Path.of(arguments[0]));
    Ledger ledger = new Ledger(Path.of(arguments[2]));
    catalog.commit();
    ledger.write(Ledger.READY);
    if (System.in.read() < 0) {
      return;
    }
    LabWorker worker = new LabWorker(catalog, Path.of(arguments[1]), ledger, arguments[3]);
    int steps = Integer.parseInt(arguments[4]);
    for (int i = 0; i < steps; i++) {
      worker.step(i);
    }
    catalog.close();
  }

  private void step(int i) throws IOException {
    switch (i == 0 ? 0 : random.nextInt(6)) {
      case 0 -> scan(i);
      case 1 -> save(i);
      case 2 -> register(i);
      case 3 -> judge(i);
      case 4 -> release(i);
      default -> makeSession(i);
    }
  }

  private String anySession() {
    return sessions.get(random.nextInt(sessions.size()));
  }

  private void scan(int i) throws IOException {
    String session = subject + "/" + LocalDate.of(2020, 1, 1).plusDays(i) + "/001";
    for (String file : FILES) {
      RealParts.npy(data.resolve(session).resolve(file), i, i);
    }
    ledger.attempt(
        Ledger.session(session),
        Ledger.dataset(session, FILES.get(0)),
        Ledger.dataset(session, FILES.get(1)));
    catalog.scan(data.resolve(session));
    done(session);
  }

  private void done(String session) throws IOException {
    ledger.write(Ledger.DONE);
    sessions.add(session);
    if (catalog.findSession(session).isEmpty()) {
      throw new AssertionError("Not to be found: " + session);
    }
  }

  private void save(int i) throws IOException {
    String session = anySession();
    String one = "alf/wheel.position" + i + ".npy";
    String two = "alf/wheel.timestamps" + i + ".npy";
    Session known = catalog.session(session);
    ledger.attempt(Ledger.dataset(session, one), Ledger.dataset(session, two));
    known.register().put(one, NDArray.of(1.0, i)).put(two, NDArray.of(2.0, i)).commit();
    ledger.write(Ledger.DONE);
  }

  private void register(int i) throws IOException {
    String session = anySession();
    String path = "alf/licks.times" + i + ".npy";
    Path file = data.resolve(session).resolve(path);
    RealParts.npy(file, i);
    ledger.attempt(Ledger.dataset(session, path));
    catalog.register(file);
    ledger.write(Ledger.DONE);
  }

  private void judge(int i) throws IOException {
    save(i);
    String session = sessions.get(sessions.size() - 1);
    var unset = catalog.session(session).datasets().stream()
        .filter(dataset -> dataset.qc() == Qc.NOT_SET)
        .findFirst();
    if (unset.isPresent()) {
      ledger.attempt(Ledger.verdict(session, unset.get().path().toString()));
      unset.get().setQc(Qc.PASS, "looked at it");
      ledger.write(Ledger.DONE);
    }
  }

  private void release(int i) throws IOException {
    String name = subject + "-" + i;
    ledger.attempt(Ledger.tag(name));
    catalog.release(name, "Step " + i);
    ledger.write(Ledger.DONE);
  }

  private void makeSession(int i) throws IOException {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i);
    String session = subject + "/" + day + "/001";
    ledger.attempt(Ledger.session(session));
    catalog.newSession(NewSession.of(subject, day).store("data"));
    done(session);
  }
}
