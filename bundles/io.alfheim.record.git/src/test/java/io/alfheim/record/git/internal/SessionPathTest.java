/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPathTest {

  @ParameterizedTest
  @CsvSource({
    "hausser/SP026/2021-05-27/001, sessions/hausser/SP026/2021-05-27/001",
    "SP026/2021-05-27/012, sessions/-/SP026/2021-05-27/012",
    "l/.git/0001-01-01/000, sessions/l/%2Egit/0001-01-01/000",
    "l/-/2021-05-27/001, sessions/l/-/2021-05-27/001",
  })
  void aSessionLiesThereAndIsFoundAgain(String key, String path) throws IOException {
    SessionKey session = SessionKey.parse(key);
    List<String> names = SessionPath.names(session);

    assertThat(SessionPath.text(session)).isEqualTo(path);
    assertThat(SessionPath.key(names.subList(1, names.size()))).isEqualTo(session);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l/SP026/2021-05-27/1",
        "l/SP026/2021-05-27/0001",
        "l/SP026/2021-05-27/-01",
        "l/SP026/2021-05-32/001",
        "l/SP026/2021-5-27/001",
        "l/SP 026/2021-05-27/001",
        "l/.hidden/2021-05-27/001",
        "l/%2/2021-05-27/001",
        "%2D/SP026/2021-05-27/001",
        "/SP026/2021-05-27/001",
      })
  void noSessionLiesElsewhere(String path) {
    assertThatThrownBy(() -> SessionPath.key(List.of(path.split("/"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'sessions/" + path + "'");
  }
}
