/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.benchmarks.Measured.Times;
import io.alfheim.blobs.Blobs;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.internal.RecordedBlobs;
import io.alfheim.blobs.mym.Mym;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts 1,000 values of 50 KB into a section of local files and gets them back, and previews the
 * cleanup of a section of a million objects in a process with a small heap.
 *
 * <p>A value that is put is packed, hashed, written and brought to the disk, its name too; one that is
 * got is read, hashed, compared and unpacked. The values are noise, which no compression shortens:
 * zlib tries it all the same, and how long that alone takes is printed, too. A section that does not
 * compress takes its turns between.
 *
 * <p>Arguments: {@code [objects in the section that is cleaned up]}.
 */
public final class BlobsBenchmark {
  private static final int VALUES = 1_000;
  private static final int BYTES = 50_000;
  private static final int ONE_BY_ONE = 100;
  private static final int ROUNDS = 5;
  private static final double TARGET_PER_SECOND = 1_000;
  private static final double MILLIS = 1_000;
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;
  private static final String SMALL_HEAP = "-Xmx128m";

  private final Measured measured = new Measured();
  private final Random random = new Random(1);

  private BlobsBenchmark() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    int objects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    new BlobsBenchmark().rates();
    try (CrowdedSection section = new CrowdedSection(objects)) {
      FreshJava.runWith(
          SMALL_HEAP, PreviewBenchmark.class, section.root().toString(), Integer.toString(objects));
    }
  }

  private void rates() throws Exception {
    try (ScratchHome home = new ScratchHome()) {
      HomeCatalog catalog = home.catalog();
      Path disk = Files.createDirectories(home.path().resolve("objects"));
      String store = catalog.record().locate(disk).store();
      Blobs blobs = new RecordedBlobs(catalog);
      List<Round> compressed = new ArrayList<>();
      List<Round> plain = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        compressed.add(round(blobs.define(SectionConfig.of("zlib" + i, store)), Mym::pack));
        plain.add(round(
            blobs.define(SectionConfig.of("none" + i, store).uncompressed()), Mym::packPlain));
      }
      catalog.close();
      print("compressed", compressed);
      print("uncompressed", plain);
    }
  }

  /** How long the parts of a round took. */
  private record Round(Times pack, Times single, Times put, Times get) {
    Times both() {
      return put.plus(get);
    }
  }

  private Round round(Section section, Consumer<NDArray> packing) {
    List<NDArray> values = noise(VALUES);
    Times start = Times.now();
    values.parallelStream().forEach(packing);
    Times packed = Times.now();
    noise(ONE_BY_ONE).forEach(section::put);
    Times single = Times.now();
    List<Stored> stored = section.putAll(values);
    Times put = Times.now();
    List<?> again = section.getAll(stored);
    Times got = Times.now();
    if (!again.equals(values)) {
      throw new IllegalStateException("What came back is not what was put.");
    }
    return new Round(packed.minus(start), single.minus(packed), put.minus(single), got.minus(put));
  }

  private List<NDArray> noise(int count) {
    return Stream.generate(() -> {
          byte[] bytes = new byte[BYTES];
          random.nextBytes(bytes);
          return NDArray.wrap(DType.UINT8, new long[] {BYTES}, List.of(ByteBuffer.wrap(bytes)));
        })
        .limit(count)
        .toList();
  }

  private void print(String kind, List<Round> rounds) {
    print(kind + ", first", rounds.get(0));
    rounds.sort(Comparator.comparing(round -> round.both().wall()));
    print(kind + ", median", rounds.get(ROUNDS / 2));
  }

  private void print(String which, Round round) {
    measured.say("1,000 values of 50 KB, " + which + ":");
    measured.print("  packing alone, on all processors", round.pack, NO_TARGET);
    measured.print("  put, 100 one by one", round.single, NO_TARGET);
    measured.print("  put, all", round.put, NO_TARGET);
    measured.print("  get, all", round.get, NO_TARGET);
    measured.print("  put and get, all", round.both(), VALUES * MILLIS / TARGET_PER_SECOND);
    measured.say("  values put and got a second: %,.0f"
        .formatted(VALUES * MILLIS / round.both().millis()));
  }
}
