/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that are no MD5, as tables of others may bring them into the record. */
class OtherHashesTest extends OneSession {
  private static final String WHEEL = "alf/wheel.position.npy";

  private void record(String hash) throws IOException {
    var key = catalog.session(SESSION).key();
    catalog.backends().record().commit("Import", editor -> {
      SessionEntry entry = editor.base().find(key).orElseThrow();
      editor.put(entry.withDatasets(entry.datasets().stream()
          .map(one -> one.withContent(one.size(), hash))
          .toList()));
    });
  }

  private NDArray wheel() {
    return catalog.session(SESSION).load("wheel.position").array();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a9993e364706816aba3e25717850c26c9cd0d89d", "x", "../../../../etc/passwd", "nan"})
  void areNotComparedAndStopNothing(String hash) throws IOException {
    Path copy = temporary.resolve("copy");
    RealParts.npy(copy.resolve(SESSION).resolve(WHEEL), 1, 2);
    catalog.scan(copy);
    record(hash);
    assertThat(catalog.session(SESSION).dataset("wheel.position").locations()).hasSize(2);
    assertThat(wheel()).isEqualTo(NDArray.of(1.0, 2.0));
    Files.delete(data.resolve(SESSION).resolve(WHEEL));
    assertThat(wheel()).isEqualTo(NDArray.of(1.0, 2.0));
    Files.writeString(
        temporary.resolve("home/etc/io.alfheim.store-data.cfg"),
        "keep = true\n",
        StandardOpenOption.APPEND);
    Files.delete(copy.resolve(SESSION).resolve(WHEEL));
    catalog.close();
    assertThatThrownBy(this::wheel).isInstanceOf(NoSuchDatasetException.class);
  }
}
