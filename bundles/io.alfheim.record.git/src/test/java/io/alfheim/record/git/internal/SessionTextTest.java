/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.UnreadableSessionException;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTextTest {
  private static final SessionKey KEY = SessionKey.parse("hausser/SP026/2021-05-27/001");
  private static final UUID ID = UUID.fromString("d3372b15-f696-4279-9be5-98f15783b5bb");
  private static final UUID DATASET = UUID.fromString("8a9f5c0e-6c1e-4b8e-9a53-0f3a5c9d2b11");
  private static final String MD5 = "9e107d9d372bb6826bd81d3542a419d6";
  private static final String HEAD = "alfheim-session 1\nid\t" + ID + "\n";

  private static SessionEntry session(DatasetEntry... datasets) {
    return new SessionEntry(KEY, ID, "", List.of(), List.of(), List.of(datasets));
  }

  private static String written(SessionEntry session) throws IOException {
    return new String(SessionText.write(session), UTF_8);
  }

  private static SessionEntry read(String text) throws IOException {
    return SessionText.read(KEY, text.getBytes(UTF_8));
  }

  @Test
  void aSessionReadsLikeThis() throws IOException {
    SessionEntry session = new SessionEntry(
        KEY,
        ID,
        "_iblrig_tasks_ephysChoiceWorld6.4.2",
        List.of("brainwide", "steinmetz lab"),
        List.of(
            new Location("lab", StorePath.of("hausser/Subjects/SP026/2021-05-27/001")),
            new Location("s3", StorePath.ROOT)),
        List.of(
            new DatasetEntry("alf/a.b.npy", 80, MD5, Qc.FAIL, true, true, DATASET, List.of("s3")),
            new DatasetEntry("alf/c.d.npy", -1, "", Qc.NOT_SET, false, false, null, List.of())));

    String expected = """
        alfheim-session 1
        id\td3372b15-f696-4279-9be5-98f15783b5bb
        protocol\t_iblrig_tasks_ephysChoiceWorld6.4.2
        project\tbrainwide
        project\tsteinmetz lab
        at\tlab\thausser/Subjects/SP026/2021-05-27/001
        at\ts3\t

        alf/a.b.npy\t80\t9e107d9d372bb6826bd81d3542a419d6\tqc=FAIL\tdefault=yes\tid=8a9f5c0e-6c1e-4b8e-9a53-0f3a5c9d2b11\tin=s3
        alf/c.d.npy\t-\t-\tdefault=no\tabsent
        """;
    assertThat(written(session)).isEqualTo(expected);
    assertThat(read(expected)).isEqualTo(session);
  }

  @Test
  void datasetsAreWrittenInOrder() throws IOException {
    SessionEntry session = session(DatasetEntry.found("b", 1), DatasetEntry.found("a", 1));

    assertThat(written(session)).isEqualTo(HEAD + "\na\t1\t-\nb\t1\t-\n");
  }

  @Test
  void whatWouldBreakALineOrAListIsEncoded() throws IOException {
    SessionEntry session = session(
        new DatasetEntry("a\tb\n%é", 1, "-", Qc.NOT_SET, true, null, null, List.of("x,y", "z%2C")));

    assertThat(written(session)).endsWith("\na%09b%0A%25é\t1\t%2D\tin=x%2Cy,z%252C\n");
    assertThat(read(written(session))).isEqualTo(session);
  }

  @Test
  void whatALaterProgramAddedIsPassedOver() throws IOException {
    String text = HEAD + "weather\train\tmore\n\na\t1\t-\tcolour=blue\tqc=PASS\tpinned\n";

    assertThat(read(text).datasets())
        .containsExactly(new DatasetEntry("a", 1, "", Qc.PASS, true, null, null, List.of()));
  }

  @Test
  void anotherVersionIsRefusedNamingBoth() {
    assertThatThrownBy(() -> read("alfheim-session 2\nid\t" + ID + "\n\n"))
        .isInstanceOfSatisfying(
            UnreadableSessionException.class, e -> assertThat(e.isDamaged()).isFalse())
        .hasMessageContaining("sessions/hausser/SP026/2021-05-27/001")
        .hasMessageContaining("version 2")
        .hasMessageContaining("version 1");
  }

  @Test
  void aPathGivenTwiceIsNotWritten() {
    SessionEntry session = session(DatasetEntry.found("a", 1), DatasetEntry.found("a", 2));

    assertThatThrownBy(() -> SessionText.write(session))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'a' twice")
        .hasMessageContaining("SP026");
  }

  @Test
  void halfACharacterIsNotWritten() {
    assertThatThrownBy(() -> SessionText.write(session(DatasetEntry.found("a\uD800b", 1))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("surrogate");
  }

  @Nested
  class DamageIsNamedByPlaceAndLine {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        nullValues = "",
        value = {
          "a                       | the text ends in the middle of it",
          "a~                      | it has only 1 columns",
          "a^1~                    | it has only 2 columns",
          "a^1x^-~                 | '1x' is no size",
          "a^-1^-~                 | '-1' is no size",
          "a^99999999999999999999^-~ | is no size",
          "a^^-~                   | '' is no size",
          "a^1^-^qc=BAD~           | 'BAD' is no outcome of QC",
          "a^1^-^default=maybe~    | neither yes nor no",
          "a^1^-^id=1-1-1-1-1~     | '1-1-1-1-1' is no id",
          "a%4^1^-~                | '%' is not followed by two digits",
          "a%FF^1^-~               | '%' is not followed by two digits",
          "a^1^-%~                 | '%' is not followed by two digits",
          "b^1^-~a^1^-~            | does not come after",
          "^1^-~                   | does not come after",
        })
    void inADataset(String line, String finding) {
      String lines = line.replace('^', '\t').replace('~', '\n');
      long number =
          4 + lines.chars().limit(lines.length() - 1).filter(c -> c == '\n').count();

      assertThatThrownBy(() -> read(HEAD + "\n" + lines))
          .isInstanceOfSatisfying(
              UnreadableSessionException.class, e -> assertThat(e.isDamaged()).isTrue())
          .hasMessageContaining("'sessions/hausser/SP026/2021-05-27/001'")
          .hasMessageContaining("line " + number + ":")
          .hasMessageContaining(finding);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1 | ''                                | the text ends",
          "1 | tree 123~                         | does not begin with",
          "1 | alfheim-session x~                | does not begin with",
          "2 | alfheim-session 1~                | the text ends",
          "2 | alfheim-session 1~~               | without an 'id'",
          "2 | alfheim-session 1~id~             | only 1 columns",
          "2 | alfheim-session 1~id^1~           | '1' is no id",
          "2 | alfheim-session 1~at^lab~         | only 2 columns",
          "2 | alfheim-session 1~at^lab^../up~   | Not a path",
          "3 | alfheim-session 1~project^a~at^b^c| the text ends",
        })
    void inTheHead(int line, String text, String finding) {
      assertThatThrownBy(() -> read(text.replace('^', '\t').replace('~', '\n')))
          .isInstanceOfSatisfying(
              UnreadableSessionException.class, e -> assertThat(e.isDamaged()).isTrue())
          .hasMessageContaining("line " + line + ":")
          .hasMessageContaining(finding);
    }

    @Test
    void byLineEndsOfAnotherSystem() {
      assertThatThrownBy(() -> read(HEAD + "protocol\tabc\r\n\n"))
          .hasMessageContaining("line 3:")
          .hasMessageContaining("character 13");
    }

    @Test
    void inBytesThatAreNotUtf8() {
      byte[] text = (HEAD + "\nab\t1\t-\n").getBytes(UTF_8);
      text[text.length - 6] = (byte) 0xC3;

      assertThatThrownBy(() -> SessionText.read(KEY, text))
          .isInstanceOfSatisfying(
              UnreadableSessionException.class, e -> assertThat(e.isDamaged()).isTrue())
          .hasMessageContaining("line 4: it is not UTF-8");
    }
  }
}
