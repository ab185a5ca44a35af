/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;

/** Points in time and durations: counts of 64 bits, the least of which is "not a time". */
final class TimeCodec extends Codec {
  static final long NOT_A_TIME = Long.MIN_VALUE;

  private final boolean point;

  TimeCodec(DType type) {
    super(type);
    point = type.kind() == DType.Kind.DATETIME;
  }

  @Override
  long longAt(ByteBuffer bytes, int at) {
    return bytes.getLong(at);
  }

  @Override
  double doubleAt(ByteBuffer bytes, int at) {
    long count = bytes.getLong(at);
    return count == NOT_A_TIME ? Double.NaN : count;
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    return text(bytes.getLong(at));
  }

  String text(long count) {
    if (count == NOT_A_TIME) {
      return "NaT";
    }
    return point ? TimeText.of(count, type().unit()) : Long.toString(count);
  }

  @Override
  void put(ByteBuffer bytes, int at, long value) {
    bytes.putLong(at, value);
  }
}
