/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read by the reference implementation of Parquet, with its native codec. */
class SecondReaderTest {
  @TempDir
  Path dir;

  @BeforeEach
  void write() {
    Parts.tables(dir.resolve("home")).write(Parts.some(), dir);
  }

  private ParquetFileReader open(String file) throws IOException {
    return ParquetFileReader.open(new LocalInputFile(dir.resolve(file)));
  }

  @Test
  void itSeesTheRows() throws IOException {
    List<String> rows = new ArrayList<>();
    try (ParquetFileReader file = open(CacheTables.DATASETS)) {
      MessageType schema = file.getFooter().getFileMetaData().getSchema();
      for (PageReadStore group = file.readNextRowGroup();
          group != null;
          group = file.readNextRowGroup()) {
        RecordReader<Group> records = new ColumnIOFactory()
            .getColumnIO(schema)
            .getRecordReader(group, new GroupRecordConverter(schema));
        for (long i = 0; i < group.getRowCount(); i++) {
          Group row = records.read();
          rows.add(row.getString("id", 0) + " " + row.getString("rel_path", 0) + " "
              + row.getFieldRepetitionCount("file_size") + " " + row.getString("qc", 0));
        }
      }
    }
    assertThat(rows)
        .containsExactly(
            Parts.ID + " alf/spikes.times.npy 1 CRITICAL",
            Parts.OTHER_ID + " alf/#v1#/spikes.times.npy 0 PASS",
            Parts.ID + " alf/spikes.times.npy 1 NOT_SET");
  }

  @Test
  void itSeesTheTypesOfOne() throws IOException {
    try (ParquetFileReader sessions = open(CacheTables.SESSIONS);
        ParquetFileReader datasets = open(CacheTables.DATASETS)) {
      assertThat(sessions.getFooter().getFileMetaData().getSchema().toString())
          .contains("int32 date (DATE)", "int32 number (INTEGER(16,false))", "binary id (STRING)");
      assertThat(datasets.getFooter().getFileMetaData().getSchema().toString())
          .contains("optional int64 file_size (INTEGER(64,false))", "boolean exists");
    }
  }

  @Test
  void itSeesTheNotes() throws IOException {
    try (ParquetFileReader file = open(CacheTables.DATASETS)) {
      Map<String, String> notes = file.getFooter().getFileMetaData().getKeyValueMetaData();
      assertThat(notes).containsKeys("one_metadata", "pandas", "ARROW:schema");
      assertThat(notes.get("pandas")).contains("\"index_columns\": [\"eid\", \"id\"]");
    }
  }

  @Test
  void theDictionaryOfQcIsWholeAndInOrderOfSeverity() throws IOException {
    try (ParquetFileReader file = open(CacheTables.DATASETS)) {
      MessageType schema = file.getFooter().getFileMetaData().getSchema();
      ColumnDescriptor qc = schema.getColumnDescription(new String[] {"qc"});
      PageReader pages = file.readNextRowGroup().getPageReader(qc);
      Dictionary words = Encoding.PLAIN.initDictionary(qc, pages.readDictionaryPage());
      List<String> order = new ArrayList<>();
      for (int i = 0; i <= words.getMaxId(); i++) {
        order.add(words.decodeToBinary(i).toStringUsingUTF8());
      }
      assertThat(order).containsExactly("NOT_SET", "PASS", "WARNING", "FAIL", "CRITICAL");
    }
  }
}
