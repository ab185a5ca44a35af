/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.one.files.AlfIo;
import io.alfheim.one.files.DataFolders;
import io.alfheim.one.files.NameFilter;
import io.alfheim.one.files.Series;
import io.alfheim.one.tables.CacheTables;
import io.alfheim.one.tables.ImportReport;
import io.alfheim.one.tables.Leftovers;
import io.alfheim.one.tables.MakeOptions;
import io.alfheim.one.tables.OneTables;
import io.alfheim.one.tables.RestRecords;
import io.alfheim.one.tables.SharedId;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableInfo;
import io.alfheim.one.tables.TableSession;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt is statically typed, so what a verb gives must say what it is. */
class NoCastTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        One.class,
        SessionSearch.class,
        Listing.class,
        DatasetLoad.class,
        IdLoad.class,
        DatasetsLoad.class,
        ObjectLoad.class,
        CollectionLoad.class,
        Converters.class,
        LazyDataset.class,
        CacheTables.class,
        OneTables.class,
        TableInfo.class,
        TableSession.class,
        TableDataset.class,
        SharedId.class,
        MakeOptions.class,
        ImportReport.class,
        Leftovers.class,
        RestRecords.class,
        AlfIo.class,
        DataFolders.class,
        NameFilter.class,
        Series.class
      })
  void noVerbGivesAnObjectOfAnyKind(Class<?> type) {
    assertThat(Stream.of(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
            .map(Method::getGenericReturnType)
            .map(Object::toString))
        .isNotEmpty()
        .noneMatch(result -> result.contains("java.lang.Object") || result.contains("?"));
  }
}
