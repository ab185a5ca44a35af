/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest {
  @TempDir
  private Path folder;

  private static StoreOptions options(Map<String, String> options) {
    return new StoreOptions(new StoreConfig("lab", URI.create("ram:///"), options));
  }

  @Test
  void whatIsMissingHasTheOtherValue() throws IOException {
    StoreOptions none = options(Map.of());
    assertThat(none.text("user")).isEmpty();
    assertThat(none.flag("strict", true)).isTrue();
    assertThat(none.number("retries", 2, 0, 10)).isEqualTo(2);
    assertThat(none.seconds("timeout", 30)).isEqualTo(Duration.ofSeconds(30));
    assertThat(none.secret("password")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "11", "ten", "1.5", "99999999999"})
  void aNumberThatIsNoneOrOutOfBoundsIsNamed(String text) {
    assertThatThrownBy(() -> options(Map.of("retries", text)).number("retries", 2, 0, 10))
        .hasMessage(
            "Option 'retries' of store 'lab' is '" + text + "'. Use a whole number from 0 to 10.");
  }

  @Test
  void aFlagIsTrueOrFalse() throws IOException {
    assertThat(options(Map.of("strict", "false")).flag("strict", true)).isFalse();
    assertThatThrownBy(() -> options(Map.of("strict", "no")).flag("strict", true))
        .hasMessage("Option 'strict' of store 'lab' is 'no'. Use true or false.");
  }

  @Test
  void aSecretIsTheTextOfAFileWithoutItsLastLineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("s"), " two words\nand a line\r\n");
    Secret secret =
        options(Map.of("password", "$[file:" + file + "]")).secret("password").orElseThrow();
    assertThat(secret.reveal()).isEqualTo(" two words\nand a line");
    assertThat(secret).hasToString("$[file:" + file + "]");
    Files.writeString(file, "changed");
    assertThat(secret.reveal()).isEqualTo("changed");
  }

  @Test
  void aSecretMayBeAnEnvironmentVariable() throws IOException {
    assertThat(Secret.find("$[env:PATH]").orElseThrow().reveal()).isEqualTo(System.getenv("PATH"));
    assertThatThrownBy(() -> Secret.find("$[env:NO_SUCH_NAME]").orElseThrow().reveal())
        .hasMessage("The environment variable 'NO_SUCH_NAME' is not set. Set it to the secret that"
            + " '$[env:NO_SUCH_NAME]' stands for, and start again.");
  }

  @Test
  void aFileThatIsNoTextIsNotShown() throws IOException {
    Path file = Files.write(folder.resolve("s"), new byte[] {'h', 'u', 's', 'h', (byte) 0xff});
    assertThatThrownBy(() -> Secret.find("$[file:" + file + "]").orElseThrow().reveal())
        .hasNoCause()
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> Secret.find("$[file:/no/such/file]").orElseThrow().reveal())
        .hasMessageContaining("'/no/such/file' cannot be read");
  }

  @Test
  void whereNobodyCanBeAskedThatIsSaid() {
    Secret secret = Secret.find("$[prompt:Password of the archive]").orElseThrow();
    assertThat(secret).hasToString("$[prompt:Password of the archive]");
    assertThatThrownBy(secret::reveal)
        .hasMessage("Nobody can be asked for 'Password of the archive': there is no terminal. Use"
            + " $[env:NAME] or $[file:/path] instead.");
    secret.forget();
  }

  @Test
  void aSecretThatCannotBeHadNamesTheStoreAndTheOption() throws IOException {
    Secret secret =
        options(Map.of("password", "$[prompt:Word]")).secret("password").orElseThrow();
    assertThatThrownBy(secret::reveal)
        .hasMessage("Option 'password' of store 'lab' cannot be had. Nobody can be asked for"
            + " 'Word': there is no terminal. Use $[env:NAME] or $[file:/path] instead.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush", "$[hush]", "$[env:]", "env:hush", "x$[env:hush]"})
  void whatIsNoReferenceIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> options(Map.of("password", text)).secret("password"))
        .hasMessageContaining("'password' of store 'lab'")
        .hasMessageNotContaining("hush");
  }
}
