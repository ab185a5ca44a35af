// What people ask a large catalog, timed where they ask it: at the console.

import java.util.concurrent.Callable;

/** Does something once, and prints how long that took beside how long it may take. */
void once(String what, double target, Callable<?> work) throws Exception {
  long start = System.nanoTime();
  work.call();
  print(what, System.nanoTime() - start, target);
}

/** Does something the first time, then again and again; prints the first time and the median. */
void often(String what, double target, Callable<?> work) throws Exception {
  once(what + ", first", Double.NaN, work);
  long[] times = new long[101];
  for (int i = 0; i < times.length; i++) {
    long start = System.nanoTime();
    work.call();
    times[i] = System.nanoTime() - start;
  }
  Arrays.sort(times);
  print(what + ", median", times[times.length / 2], target);
}

void print(String what, double nanos, double target) {
  double millis = nanos / 1e6;
  String verdict = Double.isNaN(target) ? "" : String.format("%9.0f ms  %s", target, millis <= target ? "met" : "MISSED");
  System.out.printf(Locale.ROOT, "%-46s %10.2f ms %s%n", what, millis, verdict);
}

once("open, in a new process", 500, () -> catalog.size());
List<Session> all = catalog.search().list();
Session middle = all.get(all.size() / 2);
Iterator<Session> next = Stream.iterate(0, i -> (i + 7919) % all.size()).map(all::get).iterator();
UUID id = middle.datasets().get(0).id();

often("sessions of a subject", 5, () -> catalog.search().subject(middle.subject()).list());
often("sessions with two dataset names", 50, () -> catalog.search().dataset("spikes.times.npy", "clusters.depths.npy").list());
often("all collections", 50, () -> catalog.collections());
often("datasets of a session", 2, () -> next.next().datasets());
often("dataset of an id", Double.NaN, () -> catalog.dataset(id));

System.gc();
System.out.printf("heap in use: %,d of %,d MB%n", Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20, Runtime.getRuntime().maxMemory() >> 20);
