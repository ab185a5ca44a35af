/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packs values into bytes and back.
 *
 * <pre>{@code
 * byte[] bytes = Mym.pack(Map.of("gain", 2.5, "trace", NDArray.of(1.0, 2.0)));
 * Map<?, ?> again = (Map<?, ?>) Mym.unpack(bytes);
 * }</pre>
 *
 * <p>These classes pack, and are what comes out: {@code null}, Boolean, Long (and every smaller whole
 * number), BigInteger, Double (Float), {@link io.alfheim.data.Complex}, BigDecimal, String, {@code
 * byte[]}, LocalDate, LocalTime, LocalDateTime, UUID, List, Set, Map, {@link
 * io.alfheim.data.NDArray}, and the records of this package. Lists, sets and maps keep their order.
 */
public final class Mym {
  private static final int COMPRESSED_ABOVE = 1000;

  private Mym() {}

  /**
   * Packs a value, compressed where that makes it shorter.
   *
   * @throws MymException if it, or something in it, is of a class not named above
   */
  public static byte[] pack(@Nullable Object value) {
    byte[] plain = packPlain(value);
    if (plain.length <= COMPRESSED_ABOVE) {
      return plain;
    }
    byte[] packed = Zipped.pack(plain);
    return packed.length < plain.length ? packed : plain;
  }

  /**
   * As {@link #pack}, without compressing, which takes most of the time.
   *
   * @throws MymException as there
   */
  public static byte[] packPlain(@Nullable Object value) {
    return new ValueWriter().write(value);
  }

  /**
   * Unpacks a value. Arrays may share the memory of the bytes, which must not be changed any more.
   *
   * @return null if that is what was packed
   * @throws MymException if the bytes are damaged, or of a kind that is not known here
   */
  public static @Nullable Object unpack(byte[] bytes) {
    return unpack(bytes, true);
  }

  /** As {@link #unpack}, for bytes of a 32-bit MATLAB, whose counts take four bytes, not eight. */
  public static @Nullable Object unpackNarrow(byte[] bytes) {
    return unpack(bytes, false);
  }

  private static @Nullable Object unpack(byte[] bytes, boolean wide) {
    byte[] plain = Zipped.is(bytes) ? Zipped.unpack(bytes, wide) : bytes;
    if (plain.length < Magic.LENGTH) {
      throw MymException.damaged("it has " + bytes.length + " bytes");
    }
    boolean known = Arrays.stream(Magic.values()).anyMatch(magic -> magic.opens(plain));
    if (!known) {
      throw MymException.damaged("it begins with neither 'mYm' nor 'dj0'");
    }
    return new ValueReader(new Input(plain, Magic.LENGTH, wide)).read();
  }
}
