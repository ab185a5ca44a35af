/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Sizes;
import io.alfheim.catalog.Sizes.By;
import io.alfheim.catalog.Sizes.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is stored, of what and where. */
class SizesTest {
  private static final String A = "lab/Subjects/KS014/2020-01-01/001/";
  private static final String B = "KS014/2020-01-01/001/";

  @TempDir
  Path temporary;

  private HomeCatalog catalog;

  @BeforeEach
  void twoStores() throws IOException {
    catalog = RealParts.catalog(temporary.resolve("home"));
    write("one/" + A + "alf/spikes.times.npy", 1000);
    write("one/" + A + "alf/#v2#/spikes.times.npy", 500);
    write("one/" + A + "raw/_ibl_video.raw.MP4", 70_000);
    write("one/" + B + "alf/spikes.amps.npy", 30);
    write("two/" + B + "alf/spikes.amps.npy", 30);
    catalog.scan(temporary.resolve("one"));
    catalog.scan(temporary.resolve("two"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private void write(String name, int bytes) throws IOException {
    Path file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }

  @Test
  void theyAreExactAndHuman() {
    Sizes sizes = catalog.sizes();

    assertThat(sizes.bytes()).isEqualTo(71_530).isEqualTo(catalog.size().bytes());
    assertThat(sizes.datasets()).isEqualTo(4);
    assertThat(sizes.size()).isEqualTo("72 kB");
    assertThat(sizes).asString().contains("72 kB in 4 datasets (71,530 bytes)");
  }

  @Test
  void theLargestIsFirst() {
    Sizes sizes = catalog.sizes();

    assertThat(sizes.by(By.LAB)).containsExactly(new Share("lab", 3, 71_500), new Share("", 1, 30));
    assertThat(sizes.by(By.SUBJECT))
        .containsExactly(new Share("lab/KS014", 3, 71_500), new Share("KS014", 1, 30));
    assertThat(sizes.by(By.KIND))
        .containsExactly(
            new Share("video.raw", 1, 70_000),
            new Share("spikes.times", 2, 1_500),
            new Share("spikes.amps", 1, 30));
    assertThat(sizes.by(By.FORMAT))
        .containsExactly(new Share("mp4", 1, 70_000), new Share("npy", 3, 1_530));
  }

  @Test
  void aCopyCountsInEveryStoreThatHasIt() {
    assertThat(catalog.sizes().by(By.STORE))
        .containsExactly(new Share("one", 4, 71_530), new Share("two", 1, 30));
    assertThat(catalog.sizes().table(By.STORE).columnNames())
        .containsExactly("name", "datasets", "bytes", "size");
  }

  @Test
  void thePastHasItsOwnSizes() throws IOException {
    String before = catalog.commit().value();
    write("one/" + B + "alf/spikes.depths.npy", 1_000_000);
    catalog.scan(temporary.resolve("one"));

    assertThat(catalog.sizes().size()).isEqualTo("1.1 MB");
    assertThat(catalog.at(before).sizes().bytes()).isEqualTo(71_530);
  }
}
