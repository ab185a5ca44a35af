/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.internal.RealParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things hang on subjects that are recorded, and on nothing that only looks like one. */
class TargetsTest {
  private static final Target OF_A_LAB = Target.subject("cortexlab", "KS022");
  private static final Target OF_NONE = Target.subject("KS014");

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Stored stored;

  @BeforeEach
  void aSubjectOfALabAndOneOfNone() throws IOException {
    home = HomeWithBlobs.in(folder);
    Path second = folder.resolve("second");
    RealParts.npy(
        second.resolve("cortexlab/Subjects/KS022/2020-01-01/001/alf/spikes.times.npy"), 1, 2);
    home.catalog().scan(second);
    stored = home.blobs().section("local").put("a value");
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private void refused(Target target, String message) {
    assertThatThrownBy(() -> home.blobs().hang(target, "a", stored))
        .isInstanceOf(BlobException.class)
        .hasMessage(message);
    assertThat(home.blobs().references(target)).isEmpty();
  }

  @Test
  void aSubjectIsMeantWithItsLab() {
    for (Target target : List.of(OF_A_LAB, OF_NONE)) {
      home.blobs().hang(target, "a", stored);
      assertThat(home.blobs().get(target, "a")).isEqualTo("a value");
    }
    refused(
        Target.subject("KS022"),
        "No subject 'KS022' has a session in the record; nearest is 'cortexlab/KS022'.");
    refused(
        Target.subject("cortexlab", "KS014"),
        "No subject 'cortexlab/KS014' has a session in the record; nearest is 'KS014'.");
  }

  @Test
  void aPatternIsNoSubject() {
    refused(Target.subject("KS*"), "No subject 'KS*' has a session in the record.");
    refused(Target.subject("KS01?"), "No subject 'KS01?' has a session in the record.");
    refused(Target.subject("KS[z-a]"), "No subject 'KS[z-a]' has a session in the record.");
    refused(
        Target.subject("*", "KS022"),
        "No subject '*/KS022' has a session in the record; nearest is 'cortexlab/KS022'.");
  }

  @Test
  void aSubjectHasNoDatasets() {
    refused(
        OF_NONE.dataset("alf/spikes.times.npy"),
        "'KS014/alf/spikes.times.npy' is not the dataset of a session.");
  }
}
