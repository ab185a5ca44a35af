/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlfIdsTest {
  private static final UUID NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @ParameterizedTest
  @CsvSource({
    "mylab/mysub/2021-02-28/001, b4845288-4997-3163-92d3-dcf7de8b9399",
    "mysub/2021-02-28/001, cdbe9483-5d56-3ce7-bd1f-6a260a03e13f",
    "mysub/2021-02-28/1, 43cd36c5-dc19-3719-a977-f9d78f869f8f",
    "alf/spikes.times.npy, 0312e8ee-4f3e-3fc5-8e49-067edc83235a",
    "mylab/mysub/2021-02-28/002, 89d39cf7-95ad-3656-b16a-a49d84194392",
    "mylab/mysub/2021-02-28/003, 3b0e842b-63dc-3dce-b13f-165c4a016466",
    "alf/spikes.clusters.npy, fe2de0ca-5738-3e72-aa65-5ab330f59f94",
    "alf/#2020-01-01#/spikes.times.npy, 4e7af6ff-5df7-3af0-ae68-614f3ac34bc4",
    "trials.intervals.npy, 3847e7f1-e411-3df3-8d02-ea33329ae9e7",
    "alf/#r1#/spikes.times.npy, 1e795c48-84ac-3a4a-bc0b-73f7e0fa07ed",
  })
  void anIdIsMadeFromNamespaceAndText(String text, UUID id) {
    assertThat(AlfIds.of(NAMESPACE, text)).isEqualTo(id);
  }

  @Test
  void sessionIdsComeFromTheCanonicalTextOrFromTheSpellingOfTheFolder() {
    SessionFolder folder =
        SessionFolder.match("", "othersub", "2021-03-01", "1").orElseThrow();

    assertThat(AlfIds.sessionIdAsSpelled(NAMESPACE, folder))
        .hasToString("a52c67aa-69e7-3839-82d9-7ebe77ba6e05");
    assertThat(AlfIds.sessionId(NAMESPACE, SessionKey.parse("mylab/Subjects/mysub/2021-02-28/1")))
        .hasToString("b4845288-4997-3163-92d3-dcf7de8b9399");
  }

  @Test
  void datasetIdsDifferBetweenSessionsUnlessAskedOtherwise() {
    DatasetPath path = DatasetPath.parse("alf/spikes.times.npy");
    UUID one = UUID.fromString("b4845288-4997-3163-92d3-dcf7de8b9399");
    UUID two = UUID.fromString("cdbe9483-5d56-3ce7-bd1f-6a260a03e13f");

    assertThat(AlfIds.datasetId(NAMESPACE, one, path))
        .isNotEqualTo(AlfIds.datasetId(NAMESPACE, two, path));
    assertThat(AlfIds.datasetIdWithinSession(NAMESPACE, path))
        .hasToString("0312e8ee-4f3e-3fc5-8e49-067edc83235a");
  }

  @Property
  void idsOrderAsTheirTextsDo(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    UUID left = new UUID(a, b);
    UUID right = new UUID(c, d);

    assertThat(Integer.signum(AlfIds.ORDER.compare(left, right)))
        .isEqualTo(Integer.signum(left.toString().compareTo(right.toString())));
  }

  @Test
  void idsOrderAsTheirTextsDoWhereTheFirstHalvesAreEqual() {
    assertThat(AlfIds.ORDER.compare(new UUID(1, 1), new UUID(1, -1))).isNegative();
    assertThat(AlfIds.ORDER.compare(new UUID(1, 1), new UUID(1, 1))).isZero();
  }

  @Test
  void case78PlainUuidsAreToldFromSloppyOnes() {
    assertThat(AlfIds.isUuid("f6ffe258-2706-425a-aaf5-919f70025835")).isTrue();
    assertThat(AlfIds.isUuid("f6ffe25827-06-425aaa-f5-919f70025835")).isFalse();
    assertThat(AlfIds.looksLikeUuid("f6ffe258-2706-425a-aaf5-919f70025835")).isTrue();
    assertThat(AlfIds.looksLikeUuid("f6ffe25827-06-425aaa-f5-919f70025835")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F6FFE258-2706-425A-AAF5-919F70025835", "f6ffe2582706425aaaf5919f70025835",
            "f6ffe258-2706-125a-aaf5-919f70025835",
        "f6ffe258-2706-425a-caf5-919f70025835", "", "f6ffe258-2706-425a-aaf5-919f70025835\n"
      })
  void upperCaseOtherHyphensOtherVersionsAndOtherLayoutsAreNotPlain(String text) {
    assertThat(AlfIds.isUuid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "{F6FFE258-2706-425A-AAF5-919F70025835}, true",
    "urn:uuid:f6ffe258-2706-425a-aaf5-919f70025835, true",
    "f6ffe258-2706-325a-aaf5-919f70025835, true",
    "f6ffe258-2706-125a-aaf5-919f70025835, false",
    "f6ffe258-2706-525a-aaf5-919f70025835, false",
    "f6ffe258-2706-425a-caf5-919f70025835, false",
    "f6ffe258, false",
  })
  void aLooseUuidIsOfVersionThreeOrFourInAnySpelling(String text, boolean uuid) {
    assertThat(AlfIds.looksLikeUuid(text)).isEqualTo(uuid);
  }

  @Test
  void otherVersionsAreAcceptedWhereAskedFor() {
    assertThat(AlfIds.looksLikeUuid("f6ffe258-2706-125a-aaf5-919f70025835", 1, 2))
        .isTrue();
  }

  @Test
  void aPairOfOldIntegersStandsForAnId() {
    UUID id = UUID.fromString("4e0b3320-47b7-416e-b842-c34dc9004cf8");

    assertThat(LegacyId.of(id)).isEqualTo(new LegacyId(7944832733769042766L, -555067789480344904L));
    assertThat(new LegacyId(-9204203870374650458L, -6411285612086772563L).toUuid())
        .hasToString("a61d0b8a-5819-4480-adbc-fe49b48906a7");
  }
}
