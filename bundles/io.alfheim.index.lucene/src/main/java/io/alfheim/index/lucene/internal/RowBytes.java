/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * A session's row as bytes. Its key comes first, so written that comparing rows as unsigned bytes
 * orders them by date, subject, number and lab; the numbers of datasets and of bytes come last, to be
 * added up without reading the rest.
 */
final class RowBytes {
  /** The field that holds the rows. */
  static final String FIELD = "row";

  private static final int TOTALS_LENGTH = Integer.BYTES + Long.BYTES;

  private RowBytes() {}

  /** The key alone. */
  static BytesRef of(SessionKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeKey(new DataOutputStream(bytes), key);
    return new BytesRef(bytes.toByteArray());
  }

  /** The row of a session. */
  static BytesRef of(SessionEntry session) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeKey(out, session.key());
    out.writeLong(session.id().getMostSignificantBits());
    out.writeLong(session.id().getLeastSignificantBits());
    writeText(out, session.protocol());
    out.writeInt(session.projects().size());
    for (String project : session.projects()) {
      writeText(out, project);
    }
    out.writeInt(session.datasets().size());
    out.writeLong(sizeOf(session));
    return new BytesRef(bytes.toByteArray());
  }

  /** Reads a row. */
  static SessionRow read(byte[] row) {
    ByteBuffer in = ByteBuffer.wrap(row);
    SessionKey key = readKey(in);
    UUID id = new UUID(in.getLong(), in.getLong());
    String protocol = readText(in);
    List<String> projects = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      projects.add(readText(in));
    }
    return new SessionRow(key, id, protocol, List.copyOf(projects), in.getInt(), in.getLong());
  }

  /** Reads how many datasets a row counts. */
  static int datasets(BytesRef row) {
    return totals(row).getInt();
  }

  /** Reads the sum of their sizes. */
  static long bytes(BytesRef row) {
    return totals(row).getLong(row.offset + row.length - Long.BYTES);
  }

  private static ByteBuffer totals(BytesRef row) {
    return ByteBuffer.wrap(row.bytes, row.offset + row.length - TOTALS_LENGTH, TOTALS_LENGTH);
  }

  private static long sizeOf(SessionEntry session) {
    return session.datasets().stream()
        .mapToLong(DatasetEntry::size)
        .filter(size -> size != DatasetEntry.UNKNOWN_SIZE)
        .sum();
  }

  private static void writeKey(DataOutputStream out, SessionKey key) throws IOException {
    out.write(Terms.date(key.date()).bytes);
    writeName(out, key.subject());
    out.writeShort(key.number());
    writeName(out, key.lab());
  }

  private static SessionKey readKey(ByteBuffer in) {
    byte[] day = new byte[Integer.BYTES];
    in.get(day);
    LocalDate date = LocalDate.ofEpochDay(NumericUtils.sortableBytesToInt(day, 0));
    String subject = readName(in);
    int number = in.getShort();
    return new SessionKey(readName(in), subject, date, number);
  }

  /** A name holds no NUL; one at its end puts a name before those that begin with it. */
  private static void writeName(DataOutputStream out, String name) throws IOException {
    out.write(name.getBytes(UTF_8));
    out.writeByte(0);
  }

  private static String readName(ByteBuffer in) {
    int length = 0;
    while (in.get(in.position() + length) != 0) {
      length++;
    }
    byte[] name = new byte[length];
    in.get(name).get();
    return new String(name, UTF_8);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }
}
