/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlfFilesTest {
  @TempDir
  Path root;

  private Path session;

  @BeforeEach
  void aSessionOnDisk() throws IOException {
    session = root.resolve("s/2020-01-01/001");
    for (String file :
        List.of("b.times.npy", "a.times.npy", "a-b.c.d", "bad name.x.y", "alf/#r#/a.times.npy")) {
      Files.createDirectories(session.resolve(file).getParent());
      Files.writeString(session.resolve(file), "");
    }
    Files.createDirectories(session.resolve("folder.like.npy"));
  }

  @Test
  void onlyFilesWithLegalNamesAreListedInOrder() throws IOException {
    assertThat(AlfFiles.datasets(session))
        .containsExactly(session.resolve("a.times.npy"), session.resolve("b.times.npy"));
    assertThat(AlfFiles.datasetsBelow(session))
        .containsExactly(
            session.resolve("a.times.npy"),
            session.resolve("alf/#r#/a.times.npy"),
            session.resolve("b.times.npy"));
  }

  @Test
  void theDiskOverrulesTheName() throws IOException {
    Path file = Files.writeString(root.resolve("s/2020-01-01/002"), "");

    assertThat(AlfFiles.isDataset(session.resolve("a.times.npy"))).isTrue();
    assertThat(AlfFiles.isDataset(session.resolve("folder.like.npy"))).isFalse();
    assertThat(AlfFiles.isDataset(session.resolve("not.there.npy"))).isTrue();
    assertThat(AlfFiles.isSession(session)).isTrue();
    assertThat(AlfFiles.isSession(file)).isFalse();
    assertThat(AlfFiles.isSession(root.resolve("s/2020-01-01/003"))).isTrue();
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = root.resolve("missing");

    assertThatThrownBy(() -> AlfFiles.datasets(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void anInterruptedListingStops() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> AlfFiles.datasetsBelow(session))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
