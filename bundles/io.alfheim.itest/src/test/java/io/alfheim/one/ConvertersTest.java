/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.Document;
import io.alfheim.store.Location;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertersTest {
  private static final UUID EID = UUID.fromString("4e0b3320-47b7-416e-b842-c34dc9004cf8");
  private static final UUID TWIN_A = UUID.fromString("a61d0b8a-5819-4480-adbc-fe49b48906a7");
  private static final UUID TWIN_B = UUID.fromString("b61d0b8a-5819-4480-adbc-fe49b48906a7");
  private static final UUID ID = UUID.fromString("0312e8ee-4f3e-4fc5-8e49-067edc83235a");
  private static final UUID UNKNOWN = UUID.fromString("00000000-0000-4000-8000-000000000000");
  private static final LocalDate DAY = LocalDate.of(2019, 7, 17);
  private static final String FILE = "alf/probe00/#2020-01-01#/spikes.times.npy";

  @TempDir
  Path dir;

  private Path root;
  private Converters one;

  @BeforeEach
  void open() throws Exception {
    root = Files.createDirectories(dir.resolve("data")).toRealPath();
    Catalog catalog = RealParts.catalog(dir.resolve("home"));
    Location at = catalog.record().locate(root);
    DatasetEntry dataset = new DatasetEntry(FILE, 12, "", Qc.PASS, true, true, ID, List.of());
    catalog.record().change("try", editor -> {
      editor.put(session(at, "cortexlab", "ZM_335", EID, dataset));
      editor.put(session(at, "cortexlab", "twin", TWIN_A));
      editor.put(session(at, "mainenlab", "twin", TWIN_B));
    });
    one = new Converters(catalog);
  }

  private static SessionEntry session(
      Location at, String lab, String subject, UUID id, DatasetEntry... datasets) {
    SessionKey key = new SessionKey(lab, subject, DAY, 1);
    Location folder = new Location(at.store(), at.path().resolve(key.path()));
    return new SessionEntry(
        key, id, "ephys", List.of("p", "q"), List.of(folder), List.of(datasets));
  }

  private Path folder() {
    return root.resolve("cortexlab/Subjects/ZM_335/2019-07-17/001");
  }

  @Nested
  class ToEid {
    @Test
    void everyWayToNameASessionLeadsToItsId() {
      assertThat(one.toEid(EID)).isEqualTo(EID);
      assertThat(one.toEid(EID.toString())).isEqualTo(EID);
      assertThat(one.toEid("https://server/sessions/" + EID)).isEqualTo(EID);
      assertThat(one.toEid("2019-07-17_1_ZM_335")).isEqualTo(EID);
      assertThat(one.toEid("2019-07-17_001_ZM_335")).isEqualTo(EID);
      assertThat(one.toEid("ZM_335/2019-07-17/1")).isEqualTo(EID);
      assertThat(one.toEid(folder())).isEqualTo(EID);
      assertThat(one.toEid(folder().resolve(FILE))).isEqualTo(EID);
      assertThat(one.toEid(
              Map.of("lab", "cortexlab", "subject", "ZM_335", "date", "2019-07-17", "number", 1)))
          .isEqualTo(EID);
    }

    @Test
    void listsAreConvertedOneByOne() {
      assertThat(one.toEid(List.of(EID, "2019-07-17_1_ZM_335", folder()))).containsOnly(EID);
      assertThat(one.toEid(List.of())).isEmpty();
    }

    @Test
    void aWellFormedIdNeedNotBeKnown() {
      assertThat(one.toEid(UNKNOWN.toString())).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsNoSessionIsRefused() {
      assertThatThrownBy(() -> one.toEid("nonsense"))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("'nonsense'");
      assertThatThrownBy(() -> one.toEid(EID.toString().toUpperCase(java.util.Locale.ROOT)))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("lower case");
    }

    @Test
    void aSessionThatIsNotThereNamesTheNearest() {
      assertThatThrownBy(() -> one.toEid("ZM_334/2019-07-17/1"))
          .isInstanceOf(NoSuchSessionException.class)
          .hasMessageContaining("ZM_335/2019-07-17/001");
    }

    @Test
    void aRecordMustSayWhichSession() {
      assertThatThrownBy(() -> one.toEid(Map.of("subject", "ZM_335", "number", 1)))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("needs date, lab");
      assertThatThrownBy(
              () -> one.toEid(Map.of("lab", "", "subject", "ZM_335", "number", "one", "date", DAY)))
          .isInstanceOf(CatalogException.class);
    }
  }

  @Nested
  class Paths {
    @Test
    void anIdHasItsFolder() {
      assertThat(one.eid2path(EID)).contains(folder());
      assertThat(one.eid2path("2019-07-17_1_ZM_335")).contains(folder());
      assertThat(one.eid2path(UNKNOWN)).isEmpty();
      assertThat(one.eid2path(List.of(EID, UNKNOWN)))
          .containsExactly(Optional.of(folder()), Optional.empty());
    }

    @Test
    void aPathHasItsIdWhateverLabItSays() {
      assertThat(one.path2eid(folder())).contains(EID);
      assertThat(one.path2eid("/mnt/otherlab/Subjects/ZM_335/2019-07-17/001/alf"))
          .contains(EID);
      assertThat(one.path2eid("ZM_335/2019-07-18/001")).isEmpty();
      assertThat(one.path2eid("nonsense")).isEmpty();
      assertThat(one.path2eid(List.of(folder(), "nonsense")))
          .containsExactly(Optional.of(EID), Optional.empty());
    }

    @Test
    void theLabDecidesWhereSeveralHaveSuchASession() {
      assertThat(one.path2eid("mainenlab/Subjects/twin/2019-07-17/001")).contains(TWIN_B);
      assertThatThrownBy(() -> one.path2eid("twin/2019-07-17/001"))
          .isInstanceOf(AmbiguousException.class)
          .hasMessageContaining("cortexlab/twin")
          .hasMessageContaining("mainenlab/twin");
    }

    @Test
    void aPathOrUrlHasItsRecord() {
      Document session = one.path2record(folder()).orElseThrow();
      assertThat(session.text("id")).isEqualTo(EID.toString());
      assertThat(session.text("lab")).isEqualTo("cortexlab");
      assertThat(session.text("projects")).isEqualTo("p,q");
      assertThat(one.toEid(List.of(session, EID))).containsOnly(EID);
      Document dataset = one.path2record(folder().resolve(FILE)).orElseThrow();
      assertThat(dataset.text("eid")).isEqualTo(EID.toString());
      assertThat(dataset.text("id")).isEqualTo(ID.toString());
      assertThat(dataset.text("rel_path")).isEqualTo(FILE);
      assertThat(dataset.text("qc")).isEqualTo("PASS");
      assertThat(one.path2record(folder().resolve("alf/spikes.times.npy"))).isEmpty();
      URI url = one.server(URI.create("https://server/data")).record2url(dataset);
      assertThat(one.path2record(url.toString())).contains(dataset);
    }

    @Test
    void aRecordHasItsPath() {
      assertThat(one.record2path(one.path2record(folder()).orElseThrow())).isEqualTo(folder());
      assertThat(one.record2path(Map.of("eid", EID, "rel_path", FILE)))
          .isEqualTo(folder().resolve(FILE));
      assertThatThrownBy(() -> one.record2path(Map.of("rel_path", FILE)))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("needs eid");
      assertThatThrownBy(() -> one.record2path(Map.of("eid", UNKNOWN, "rel_path", FILE)))
          .isInstanceOf(NoSuchSessionException.class);
    }

    @Test
    void aUrlHasTheIdInTheNameAndHidesNothing() {
      Converters online = one.server(URI.create("https://server/data/"));
      assertThat(online.path2url(folder().resolve(FILE).toString()))
          .contains(URI.create("https://server/data/cortexlab/Subjects/ZM_335/2019-07-17/001/"
              + "alf/probe00/%232020-01-01%23/spikes.times." + ID + ".npy"));
      assertThat(online.path2url("ZM_335/2019-07-17/001/alf/nothing.here.npy")).isEmpty();
      assertThat(online.record2url(List.of(one.path2record(folder()).orElseThrow())))
          .containsExactly(
              URI.create("https://server/data/cortexlab/Subjects/ZM_335/2019-07-17/001"));
      assertThatThrownBy(() -> one.path2url(folder().toString()))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("no server");
    }
  }

  @Nested
  class References {
    @Test
    void anIdHasItsReference() {
      assertThat(one.eid2ref(EID)).hasToString("2019-07-17_001_ZM_335");
      assertThat(one.eid2ref(List.of(EID, TWIN_A))).hasSize(2);
      assertThatThrownBy(() -> one.eid2ref(UNKNOWN)).isInstanceOf(NoSuchSessionException.class);
    }

    @Test
    void aReferenceMeansTheWholeNameOfTheSubject() {
      assertThat(one.ref2eid("2019-07-17_1_ZM_335")).isEqualTo(EID);
      assertThatThrownBy(() -> one.ref2eid("2019-07-17_1_ZM_33"))
          .isInstanceOf(NoSuchSessionException.class)
          .hasMessageContaining("ZM_335");
      assertThatThrownBy(() -> one.ref2eid("2019-07-17_1_twin"))
          .isInstanceOf(AmbiguousException.class);
      assertThatThrownBy(() -> one.ref2eid("ZM_335")).isInstanceOf(AlfException.class);
    }

    @Test
    void dictionariesAndTextsAreTheSame() {
      Document fields = one.ref2dict("2019-07-17_001_ZM_335");
      assertThat(fields.text("date")).isEqualTo(DAY.toString());
      assertThat(fields.integer("sequence")).isEqualTo(1);
      assertThat(fields.text("subject")).isEqualTo("ZM_335");
      assertThat(one.ref2eid(fields)).isEqualTo(EID);
      assertThat(one.dict2ref(fields)).get().hasToString("2019-07-17_1_ZM_335");
      assertThat(one.dict2ref(Map.of())).isEmpty();
    }

    @Test
    void aReferenceHasItsFolder() {
      assertThat(one.ref2path("2019-07-17_1_ZM_335")).contains(folder());
      assertThat(one.ref2path(List.of("2019-07-17_1_ZM_335"))).hasSize(1);
    }

    @Test
    void aPathHasItsReferenceAsItIsSpelled() {
      assertThat(one.path2ref("some.where/flow.ers/2018-07-13/1/alf"))
          .get()
          .hasToString("2018-07-13_1_flow.ers");
      assertThat(one.path2ref("flowers/2018-07-13/01")).isEmpty();
    }

    @Test
    void referencesAreRecognised() {
      assertThat(one.isExpRef(List.of("2018-07-13_1_flowers", "flowers")))
          .containsExactly(true, false);
    }
  }
}
