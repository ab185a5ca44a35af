/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.jcraft.jsch.KeyPair;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may log in, to whom, and what nobody may see. */
class SftpLoginTest {
  @TempDir
  private static Path folder;

  private static SshLab lab;

  @BeforeAll
  static void startTheServer() throws Exception {
    lab = new SshLab(folder);
    lab.knownHosts(lab.port());
    Files.writeString(lab.served.resolve("a.npy"), "hello");
  }

  @AfterAll
  static void stopTheServer() throws IOException {
    lab.close();
  }

  private static String secret(String text) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    return "$[file:" + Files.writeString(file, text + "\n") + "]";
  }

  /** Options by name and value; the server is known. */
  private static Map<String, String> options(String... pairs) {
    Map<String, String> options = new HashMap<>();
    options.put("knownHosts", lab.knownHostsFile().toString());
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i], pairs[i + 1]);
    }
    return options;
  }

  private static Store open(URI uri, Map<String, String> options) throws IOException {
    return new SftpStoreProvider().open(new StoreConfig("lab", uri, options));
  }

  private static void assertReads(Map<String, String> options) throws IOException {
    try (Store store = open(lab.uri("/"), options)) {
      assertThat(store).isInstanceOf(WritableStore.class);
      assertThat(store.root()).isEqualTo("sftp://127.0.0.1:" + lab.port() + "/");
      assertThat(store.read(new StorePath("a.npy")).openStream()).hasContent("hello");
    }
  }

  @Test
  void aPasswordOpens() throws IOException {
    assertReads(options("password", secret(SshLab.PASSWORD)));
  }

  @Test
  void anEcdsaKeyOpens() throws Exception {
    Path key = lab.allowedKey("ecdsa", KeyPair.ECDSA, 256, new byte[0]);
    assertReads(options("key", key.toString()));
  }

  @Test
  void anRsaKeyWithAPassphraseOpens() throws Exception {
    Path key = lab.allowedKey("rsa", KeyPair.RSA, 2048, "hush".getBytes(UTF_8));
    assertReads(options("key", key.toString(), "passphrase", secret("hush")));
    Map<String, String> wrong = options("key", key.toString(), "passphrase", secret("hush!"));
    assertThatThrownBy(() -> open(lab.uri("/"), wrong))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Check the options")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aKeyOfAStrangerIsRefused() throws Exception {
    Path key = lab.newKey("stranger", KeyPair.ECDSA, 256, new byte[0]);
    assertThatThrownBy(() -> open(lab.uri("/"), options("key", key.toString())))
        .hasMessageContaining("refuses user 'anna' with the key of [" + key + "]");
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() throws IOException {
    Map<String, String> wrong = options("password", secret("hush-hush"));
    Throwable error = catchThrowable(() -> open(lab.uri("/"), wrong));
    assertThat(error)
        .hasMessageContaining("Store 'lab' cannot be opened at 'sftp://127.0.0.1:" + lab.port())
        .hasMessageContaining("refuses user 'anna' with that password. Check the options");
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("hush");
  }

  @Test
  void secretsWrittenOutAreRefusedAndNotRepeated() {
    assertThatThrownBy(() -> open(lab.uri("/"), options("password", "hush")))
        .hasMessageContaining("is a secret written out")
        .hasMessageNotContaining("hush");
    URI withPassword = URI.create(lab.uri("/").toString().replace("anna@", "anna:hush@"));
    assertThatThrownBy(() -> open(withPassword, options()))
        .hasMessageContaining("has a password in it")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aServerNobodyKnowsIsNotTrusted() throws Exception {
    Path empty = Files.createTempFile(folder, "known", "");
    Map<String, String> options =
        options("password", secret(SshLab.PASSWORD), "knownHosts", empty.toString());
    assertThatThrownBy(() -> open(lab.uri("/"), options))
        .hasMessageContaining("The server '127.0.0.1:" + lab.port() + "' is not known: its key")
        .hasMessageContaining("SHA256:")
        .hasMessageContaining("ssh-keyscan -p " + lab.port() + " 127.0.0.1 >> " + empty);
    options.put("strictHostKeys", "false");
    assertReads(options);
    assertThat(empty).as("nothing is written").isEmptyFile();
  }

  @Test
  void aServerWithAnotherKeyIsNotTrusted() throws Exception {
    try (SshLab other = new SshLab(Files.createTempDirectory(folder, "other"))) {
      Path wrong = other.knownHosts(lab.port());
      Map<String, String> options =
          options("password", secret(SshLab.PASSWORD), "knownHosts", wrong.toString());
      assertThatThrownBy(() -> open(lab.uri("/"), options))
          .hasMessageContaining("shows another key")
          .hasMessageContaining("Somebody may listen");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    URI nobody = URI.create("sftp://anna@127.0.0.1:" + port + "/");
    assertThatThrownBy(() -> open(nobody, options("password", secret("x"))))
        .hasMessage("Store 'lab' cannot be opened at 'sftp://127.0.0.1:" + port
            + "/': The server '127.0.0.1:" + port
            + "' cannot be reached. Check that it runs and that the port is right.");
    URI nowhere = URI.create("sftp://anna@no-such-host.invalid/");
    assertThatThrownBy(() -> open(nowhere, options("password", secret("x"))))
        .hasMessageContaining("is not known by that name");
  }

  @Test
  void aMissingFolderIsNamed() throws IOException {
    Map<String, String> options = options("password", secret(SshLab.PASSWORD));
    assertThatThrownBy(() -> open(lab.uri("/nowhere"), options))
        .hasMessageContaining("store 'lab'")
        .hasMessageContaining("not a folder");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> open(lab.uri("/"), options("key", "/no/such/key")))
        .hasMessage("The key of store 'lab' cannot be read at '/no/such/key'."
            + " Correct the option key.");
  }
}
