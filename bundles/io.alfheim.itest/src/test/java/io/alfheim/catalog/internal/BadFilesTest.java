/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Session;
import io.alfheim.catalog.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and folders that cannot be read, or are not what they promise, through the whole catalog. */
class BadFilesTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private Path alf;
  private HomeCatalog catalog;

  @BeforeEach
  void oneGoodDataset() throws IOException {
    data = temporary.resolve("data");
    alf = data.resolve(SESSION).resolve("alf");
    RealParts.npy(alf.resolve("wheel.position.npy"), 1, 2, 3);
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'<f8', 'fortran_order': False, 'shape': (4611686018427387904,) # larger than any file",
        "'<f8', 'fortran_order': False, 'shape': (1000000,) # takes 8000000 bytes",
        "'O', 'fortran_order': False, 'shape': (1,) # could run code",
        "'<f8', 'fortran_order': False, 'shape': (-1,) # 'shape' has '-1'",
      },
      quoteCharacter = '`')
  void anArrayFileThatLiesIsNamedAndTheOthersStillLoad(String descr, String problem)
      throws IOException {
    Files.write(alf.resolve("spikes.times.npy"), npy("{'descr': " + descr + "}"));
    catalog.scan(data);
    Session session = catalog.session(SESSION);
    assertThatThrownBy(() -> session.load("spikes.times"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("'alf/spikes.times.npy'")
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> session.loadObject("spikes")).isInstanceOf(UnavailableException.class);
    assertThat(session.load("wheel.position").array().size()).isEqualTo(3);
  }

  private static byte[] npy(String header) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length() & 0xff);
    out.write(header.length() >> 8);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[8]);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "spikes.times.npy, ''",
    "spikes.times.npy, this is text",
    "spikes.metadata.json, '{\"n\": '",
    "spikes.metadata.json, ''",
  })
  void aFileOfAnotherKindThanItsExtensionIsNamed(String name, String content) throws IOException {
    Files.writeString(alf.resolve(name), content);
    catalog.scan(data);
    assertThatThrownBy(() -> catalog.session(SESSION).load(name))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("'alf/" + name + "'");
  }

  @Test
  void aSessionFolderThatDisappearsAfterTheScanIsNamedAndOthersStillLoad() throws IOException {
    RealParts.npy(data.resolve("KS014/2020-01-03/001/alf/wheel.position.npy"), 1);
    catalog.scan(data);
    Files.move(data.resolve(SESSION), temporary.resolve("away"));
    assertThatThrownBy(() -> catalog.session(SESSION).load("wheel.position"))
        .hasMessageContaining("alf/wheel.position.npy")
        .hasMessageContaining("no longer there");
    assertThat(catalog
            .session("KS014/2020-01-03/001")
            .load("wheel.position")
            .array()
            .size())
        .isEqualTo(1);
  }

  @Test
  void aFileThatBecameAFolderIsNamed() throws IOException {
    catalog.scan(data);
    Files.delete(alf.resolve("wheel.position.npy"));
    Files.createDirectory(alf.resolve("wheel.position.npy"));
    assertThatThrownBy(() -> catalog.session(SESSION).load("wheel.position"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("'alf/wheel.position.npy'")
        .hasMessageContaining("a folder");
  }

  @Test
  void aFolderThatMayNotBeReadIsReportedAndWhatWasKnownOfItStays() throws Exception {
    RealParts.npy(alf.resolve("probe00/spikes.times.npy"), 1, 2);
    catalog.scan(data);
    RealParts.npy(alf.resolve("spikes.amps.npy"), 1, 2);
    permissions(alf.resolve("probe00"), "---------");
    Path output = temporary.resolve("output");
    Process scan = OtherProgram.startWithoutPrivileges(
        Scanning.class, output, temporary.resolve("home").toString(), data.toString());
    OtherProgram.finish(scan, output);
    permissions(alf.resolve("probe00"), "rwx------");
    assertThat(Files.readString(temporary.resolve("report")))
        .contains("1 added, 0 changed, 0 removed")
        .contains("Problems: 1")
        .contains("alf/probe00: Permission denied.");
    assertThat(catalog.session(SESSION).datasets()).hasSize(3);
    assertThat(catalog.session(SESSION).load("spikes.times").array().size()).isEqualTo(2);
  }

  @Test
  void aFileThatMayNotBeReadIsRecordedWithoutAHashAndReported() throws Exception {
    permissions(alf.resolve("wheel.position.npy"), "---------");
    Path output = temporary.resolve("output");
    Process scan = OtherProgram.startWithoutPrivileges(
        Scanning.class, output, temporary.resolve("home").toString(), data.toString(), "hashed");
    OtherProgram.finish(scan, output);
    permissions(alf.resolve("wheel.position.npy"), "rw-------");
    assertThat(Files.readString(temporary.resolve("report")))
        .contains("1 added")
        .contains("alf/wheel.position.npy: ");
    assertThat(catalog.session(SESSION).dataset("wheel.position").hash()).isEmpty();
  }

  private static void permissions(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** Scans a folder and writes the report beside the home. */
  static final class Scanning {
    private Scanning() {}

    public static void main(String[] args) throws IOException {
      Path home = Path.of(args[0]);
      HomeCatalog catalog = RealParts.catalog(home);
      var options = io.alfheim.catalog.ScanOptions.DEFAULT.withHashing(args.length > 2);
      String report = catalog.scan(Path.of(args[1]), options).toString();
      catalog.close();
      Files.writeString(home.resolveSibling("report"), report);
    }
  }
}
