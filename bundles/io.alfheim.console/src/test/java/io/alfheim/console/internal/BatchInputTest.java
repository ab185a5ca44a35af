/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchInputTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @Test
  void scriptsKeepTheirName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsh"), "args[0]");
    BatchInput input = BatchInput.of(new Mode.Script(file.toString(), List.of("x")), NOTHING);
    assertThat(input).isEqualTo(new BatchInput(List.of("args[0]"), file.toString(), List.of("x")));
  }

  @Test
  void aMissingScriptIsNamed() {
    assertThatThrownBy(() -> BatchInput.of(new Mode.Script("no.jsh", List.of()), NOTHING))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("no.jsh");
  }

  @Test
  void standardInputIsReadToItsEnd() throws IOException {
    InputStream in = new ByteArrayInputStream("1 + 1\n\"é\"".getBytes(StandardCharsets.UTF_8));
    BatchInput input = BatchInput.of(new Mode.Stdin(List.of()), in);
    assertThat(input.texts()).containsExactly("1 + 1\n\"é\"");
    assertThat(input.file()).isNull();
  }

  @Test
  void whatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
    byte[] old = "1 + 1\n\"caf\u00e9\"".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("old.jsh"), old);
    assertThatThrownBy(() -> BatchInput.of(new Mode.Script(file.toString(), List.of()), NOTHING))
        .hasMessageStartingWith("'" + file + "' is not UTF-8: line 2 has the byte 0xE9. Save it");
    InputStream in = new ByteArrayInputStream(old);
    assertThatThrownBy(() -> BatchInput.of(new Mode.Stdin(List.of()), in))
        .hasMessageStartingWith("Standard input is not UTF-8: line 2 has the byte 0xE9. Send it");
  }

  @Test
  void aByteOrderMarkIsLeftOut() throws IOException {
    InputStream in = new ByteArrayInputStream("\uFEFF1".getBytes(StandardCharsets.UTF_8));
    assertThat(BatchInput.of(new Mode.Stdin(List.of()), in).texts()).containsExactly("1");
  }

  @Test
  void variablesAreMentionedByWholeWords() {
    assertThat(mentions("1", "catalog.size()")).isTrue();
    assertThat(mentions("catalogs")).isFalse();
    assertThat(mentions("/open a.jsh", "1")).isTrue();
  }

  private static boolean mentions(String... texts) {
    return new BatchInput(List.of(texts), null, List.of()).mentions("catalog");
  }
}
