/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Section;
import io.alfheim.catalog.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for a cleanup sees how far it is. */
class CleanupProgressTest {
  private static final int OBJECTS = 5;

  @TempDir
  private Path folder;

  private final List<String> told = new ArrayList<>();

  /** Told when a task ends. */
  private final class Shown implements Progress.Task {
    private final String what;
    private final long total;
    private long done;

    Shown(String what, long total) {
      this.what = what;
      this.total = total;
    }

    @Override
    public void advance(long steps) {
      done += steps;
    }

    @Override
    public void close() {
      told.add(what + " " + done + "/" + total);
    }
  }

  @Test
  void eachStepIsShownFromTheFirstObjectToTheLast() throws IOException {
    try (HomeWithBlobs home = HomeWithBlobs.in(folder)) {
      home.blobs().setProgress(Shown::new);
      Section local = home.blobs().section("local");
      for (int i = 0; i < OBJECTS; i++) {
        local.put("lost " + i);
      }
      Cleanup cleanup = home.blobs().cleanup("local").sparing(Duration.ZERO).grace(Duration.ZERO);
      cleanup.quarantine();
      cleanup.undo();
      cleanup.quarantine();
      cleanup.purge();
    }
    assertThat(told)
        .containsExactly(
            "Putting aside what is not used 5/5",
            "Taking back 5/5",
            "Putting aside what is not used 5/5",
            "Deleting 5/5");
  }

  @Test
  void whatEndsARunIsNotHiddenByErrorsThatCannotBeWrittenDown() throws IOException {
    try (HomeWithBlobs home = HomeWithBlobs.in(folder)) {
      home.blobs().section("local").put("lost");
      Path log = home.catalog().home().resolve("log");
      Cleanup cleanup = home.blobs().cleanup("local").sparing(Duration.ZERO).grace(Duration.ZERO);
      Files.createDirectories(log.resolve("blobs-local-aside.errors"));
      assertThatThrownBy(cleanup::quarantine)
          .isInstanceOf(BlobException.class)
          .hasMessageContaining("blobs-local-aside.errors");
      Files.createDirectories(log.resolve("blobs-local-purge.errors"));
      home.blobs().setProgress((what, total) -> steps -> {
        throw new IllegalStateException("no window");
      });
      Cleanup shown = home.blobs().cleanup("local").sparing(Duration.ZERO).grace(Duration.ZERO);
      home.blobs().section("local").put("another one");
      for (ThrowingCallable step :
          List.<ThrowingCallable>of(shown::undo, shown::quarantine, shown::purge)) {
        assertThatThrownBy(step)
            .hasMessage("no window")
            .satisfies(
                e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(IOException.class));
      }
    }
  }
}
