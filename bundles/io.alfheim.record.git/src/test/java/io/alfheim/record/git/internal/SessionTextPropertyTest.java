/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SessionTextPropertyTest {
  private static final SessionKey KEY = SessionKey.parse("SP026/2021-05-27/001");

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("sessions") SessionEntry session) throws IOException {
    assertThat(SessionText.read(KEY, SessionText.write(session))).isEqualTo(session);
  }

  @Property(tries = 300)
  void everyLineIsWrittenWithoutControlCharactersButTabs(@ForAll("sessions") SessionEntry session)
      throws IOException {
    String text = new String(SessionText.write(session), UTF_8);

    assertThat(text).endsWith("\n");
    assertThat(text.lines().count())
        .isEqualTo(text.chars().filter(c -> c == '\n').count());
    assertThat(text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
  }

  /** Whatever is done to a text, it is read or refused, with an IOException that names a line. */
  @Property(tries = 300)
  void aDamagedTextIsReadOrRefused(
      @ForAll("sessions") SessionEntry session,
      @ForAll @IntRange(max = 100_000) int at,
      @ForAll byte value,
      @ForAll boolean cut)
      throws IOException {
    byte[] text = SessionText.write(session);
    text[at % text.length] = value;
    byte[] damaged = cut ? Arrays.copyOf(text, at % text.length) : text;

    assertThat(isReadOrRefused(damaged)).isTrue();
  }

  @Property(tries = 300)
  void noiseIsReadOrRefused(@ForAll @Size(max = 200) List<@From("noise") String> parts) {
    String text = "alfheim-session 1\n" + String.join("", parts);

    assertThat(isReadOrRefused(text.getBytes(UTF_8))).isTrue();
  }

  private static boolean isReadOrRefused(byte[] text) {
    try {
      return SessionText.read(KEY, text).key().equals(KEY);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      return message.contains("'sessions/-/SP026/2021-05-27/001'")
          && (message.contains("line ") || message.contains("version "));
    }
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(
        "\n",
        "\t",
        "id",
        "=",
        ",",
        "-",
        "%",
        "%41",
        "at",
        "in=",
        "qc=",
        "absent",
        "a",
        "b/c",
        "0",
        "id\td3372b15-f696-4279-9be5-98f15783b5bb\n\n",
        "project\t",
        "default=",
        "PASS",
        "é",
        "\r");
  }

  @Provide
  Arbitrary<SessionEntry> sessions() {
    Arbitrary<StorePath> folders = Arbitraries.strings()
        .alpha()
        .withChars(" %\té,")
        .ofMinLength(1)
        .list()
        .ofMaxSize(3)
        .map(names -> StorePath.of(String.join("/", names)));
    return Combinators.combine(
            ids(),
            texts(),
            texts().list().ofMaxSize(3),
            Combinators.combine(texts(), folders).as(Location::new).list().ofMaxSize(3),
            datasets().list().ofMaxSize(6).uniqueElements(DatasetEntry::path))
        .as((id, protocol, projects, locations, datasets) ->
            new SessionEntry(KEY, id, protocol, projects, locations, sorted(datasets)));
  }

  private static List<DatasetEntry> sorted(List<DatasetEntry> datasets) {
    return datasets.stream().sorted(Comparator.comparing(DatasetEntry::path)).toList();
  }

  private static Arbitrary<DatasetEntry> datasets() {
    return Combinators.combine(
            texts().filter(path -> !path.isEmpty()),
            Arbitraries.longs().between(-1, 1L << 50),
            Arbitraries.oneOf(Arbitraries.of("", "-", "%"), texts()),
            Arbitraries.of(Qc.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false).injectNull(0.3),
            ids().injectNull(0.5),
            texts().list().ofMaxSize(3))
        .as(DatasetEntry::new);
  }

  private static Arbitrary<UUID> ids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  /** Any text at all but halves of characters, with much of what has a meaning in the format. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> special =
        Arbitraries.of("\t", "\n", "\r", "%", ",", "=", "-", "\u0000", "\u2028");
    Arbitrary<String> any =
        Arbitraries.strings().ofMaxLength(4).filter(SessionTextPropertyTest::isWhole);
    return Arbitraries.oneOf(special, any, Arbitraries.strings().alpha().ofMaxLength(8))
        .list()
        .ofMaxSize(3)
        .map(parts -> String.join("", parts))
        .filter(SessionTextPropertyTest::isWhole);
  }

  private static boolean isWhole(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }
}
