/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.blobs.Cleanup.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong is kept until it is mended, whatever it is named. */
class ErrorFileTest {
  @TempDir
  private Path folder;

  @Test
  void itIsAskedForByTheNameThatItHas() throws IOException {
    Trouble odd = new Trouble("a\tb\nc%41 100%", "no\tpermission");
    List<String> asked = new ArrayList<>();
    ErrorFile file = new ErrorFile(folder.resolve("log/some.errors"), trouble -> {
      asked.add(trouble.path());
      return asked.size() > 1;
    });
    file.update(List.of(odd), true);
    file.update(List.of(), true);
    assertThat(asked).containsExactly(odd.path());
    assertThat(file.read()).containsExactly(new Trouble(odd.path(), "no permission"));
    file.update(List.of(), true);
    assertThat(file.read()).isEmpty();
    try (Stream<Path> left = Files.list(folder.resolve("log"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoTextIsReadAsFarAsItIs() throws IOException {
    Path written = folder.resolve("some.errors");
    Files.write(written, "caf\u00e9\tno permission\nno column\n".getBytes(ISO_8859_1));
    ErrorFile file = new ErrorFile(written, trouble -> trouble.message().equals("no permission"));
    assertThat(file.read()).containsExactly(new Trouble("caf\uFFFD", "no permission"));
    file.update(List.of(), true);
    assertThat(written).doesNotExist();
  }

  @Test
  void whatWasWrittenAsItIsIsReadAsItIs() throws IOException {
    Path written = Files.writeString(folder.resolve("some.errors"), "of 100%\tno permission\n");
    assertThat(new ErrorFile(written, trouble -> false).read())
        .containsExactly(new Trouble("of 100%", "no permission"));
  }
}
