/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/**
 * What stands at the end of a file: the schema, where the columns are, and what else is known.
 *
 * @param createdBy the program that wrote the file, as it calls itself
 */
record Footer(
    MessageType schema, List<RowGroup> rowGroups, Map<String, String> metadata, String createdBy) {
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String ENCRYPTED = "PARE";
  private static final int TAIL = 8;

  static Footer read(FileBytes file) throws IOException {
    if (file.size() < MAGIC.length + TAIL) {
      throw new IOException("it has only " + file.size() + " bytes");
    }
    String head = text(file.read(0, MAGIC.length, "its beginning"), 0);
    byte[] tail = file.read(file.size() - TAIL, TAIL, "its end");
    if (text(tail, MAGIC.length).equals(ENCRYPTED)) {
      throw new IOException("it is encrypted");
    }
    if (!head.equals(text(MAGIC, 0)) || !text(tail, MAGIC.length).equals(text(MAGIC, 0))) {
      throw new IOException("it does not begin and end with PAR1; perhaps it is incomplete");
    }
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] bytes = file.read(file.size() - TAIL - length, length, "the footer");
    return of(Util.readFileMetaData(new ByteArrayInputStream(bytes), Math.max(1, bytes.length)));
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, MAGIC.length, StandardCharsets.US_ASCII);
  }

  private static Footer of(FileMetaData file) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (file.isSetKey_value_metadata()) {
      for (KeyValue entry : file.getKey_value_metadata()) {
        metadata.put(entry.getKey(), entry.isSetValue() ? entry.getValue() : "");
      }
    }
    String createdBy = file.isSetCreated_by() ? file.getCreated_by() : "";
    MessageType schema = SchemaTree.read(file.getSchema());
    return new Footer(schema, file.getRow_groups(), metadata, createdBy);
  }
}
