/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import io.alfheim.data.DType.Field;
import io.alfheim.data.DType.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two spellings of a {@link DType}: the name and the code in npy headers. */
final class DTypeNames {
  private static final Pattern CODE =
      Pattern.compile("([<>=|]?)([biufcUSaVMm])(\\d{0,9})(?:\\[(.*)])?");
  private static final Pattern NUMBER = Pattern.compile("(int|uint|float|complex)(\\d{1,3})");
  private static final Pattern TIME = Pattern.compile("(datetime|timedelta)64(?:\\[(.*)])?");
  private static final Pattern UNIT =
      Pattern.compile("([1-9]\\d{0,8})?(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)");
  private static final Map<String, String> SHORT =
      Map.of("bool", "b1", "?", "b1", "int", "i8", "float", "f8", "complex", "c16");

  private DTypeNames() {}

  static DType parse(String name) {
    String code = SHORT.getOrDefault(name, name);
    Matcher number = NUMBER.matcher(code);
    Matcher time = TIME.matcher(code);
    if (number.matches() && Integer.parseInt(number.group(2)) % 8 == 0) {
      return simple(name, number.group(1).charAt(0), Integer.parseInt(number.group(2)) / 8, false);
    }
    if (time.matches()) {
      return time(name, time.group(1).startsWith("d") ? 'M' : 'm', false, time.group(2));
    }
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      throw unknown(name);
    }
    char letter = parts.group(2).charAt(0);
    boolean big = parts.group(1).equals(">");
    int size = parts.group(3).isEmpty() ? -1 : Integer.parseInt(parts.group(3));
    if (letter == 'M' || letter == 'm') {
      if (size != 8 && size != -1) {
        throw unknown(name);
      }
      return time(name, letter, big, parts.group(4));
    }
    if (parts.group(4) != null) {
      throw unknown(name);
    }
    return simple(name, letter == 'a' ? 'S' : letter, size, big);
  }

  private static DType simple(String name, char letter, int size, boolean big) {
    return switch (letter) {
      case 'b' -> number(name, Kind.BOOL, size, big, 1);
      case 'i' -> number(name, Kind.INTEGER, size, big, 1, 2, 4, 8);
      case 'u' -> number(name, Kind.UNSIGNED, size, big, 1, 2, 4, 8);
      case 'f' -> number(name, Kind.FLOAT, size, big, 2, 4, 8);
      case 'c' -> number(name, Kind.COMPLEX, size, big, 8, 16);
      case 'U' -> sized(name, Kind.TEXT, 4L * size, big);
      case 'S' -> sized(name, Kind.BYTES, size, false);
      default -> sized(name, Kind.RAW, size, false);
    };
  }

  private static DType number(String name, Kind kind, int size, boolean big, int... sizes) {
    if (Arrays.stream(sizes).noneMatch(each -> each == size)) {
      throw unknown(name);
    }
    return new DType(kind, size, big && (kind == Kind.COMPLEX || size > 1), "", List.of());
  }

  private static DType sized(String name, Kind kind, long size, boolean big) {
    if (size < 0) {
      throw unknown(name);
    }
    if (size > Integer.MAX_VALUE) {
      throw DType.tooLarge(name);
    }
    return new DType(kind, (int) size, big, "", List.of());
  }

  private static DType time(String name, char letter, boolean big, String unit) {
    String known = unit == null || unit.equals("generic") ? "" : unit;
    if (!known.isEmpty() && !UNIT.matcher(known).matches()) {
      throw unknown(name);
    }
    Kind kind = letter == 'M' ? Kind.DATETIME : Kind.TIMEDELTA;
    return new DType(kind, 8, big, known.startsWith("1") ? withoutOne(known) : known, List.of());
  }

  private static String withoutOne(String unit) {
    return Character.isDigit(unit.charAt(1)) ? unit : unit.substring(1);
  }

  private static DataException unknown(String name) {
    return new DataException(
        "No type '" + name + "' here.",
        "There are bool, int8 to int64, uint8 to uint64, float16 to float64, complex64, complex128,"
            + " U (text), S (bytes), datetime64[...] and timedelta64[...].");
  }

  /** As numpy prints it. */
  static String name(DType type) {
    String unit = type.unit().isEmpty() ? "" : "[" + type.unit() + "]";
    return switch (type.kind()) {
      case BOOL -> "bool";
      case INTEGER, UNSIGNED, FLOAT, COMPLEX ->
        type.isBigEndian() ? code(type) : type.kind().word + type.itemSize() * 8;
      case DATETIME, TIMEDELTA -> type.isBigEndian() ? code(type) : type.kind().word + unit;
      case TEXT, BYTES, RAW -> code(type);
      case STRUCT -> fields(type).replace("'|", "'");
    };
  }

  static String descr(DType type) {
    return type.kind() == Kind.STRUCT ? fields(type) : "'" + code(type) + "'";
  }

  static String code(DType type) {
    boolean unordered = switch (type.kind()) {
      case BYTES, RAW, STRUCT -> true;
      case TEXT, COMPLEX -> false;
      default -> type.itemSize() == 1;
    };
    String order = unordered ? "|" : type.isBigEndian() ? ">" : "<";
    int size = type.kind() == Kind.TEXT ? type.itemSize() / 4 : type.itemSize();
    String unit = type.unit().isEmpty() ? "" : "[" + type.unit() + "]";
    return order + type.kind().code + size + unit;
  }

  private static String fields(DType type) {
    StringBuilder text = new StringBuilder("[");
    int end = 0;
    for (Field field : type.fields()) {
      padding(text, field.offset() - end);
      text.append(text.length() > 1 ? ", (" : "(");
      text.append(PythonText.quote(field.name()))
          .append(", ")
          .append(field.type().descr());
      if (!field.shape().isEmpty()) {
        text.append(", ")
            .append(Layout.text(field.shape().stream().mapToLong(n -> n).toArray()));
      }
      text.append(')');
      end = field.offset() + field.size();
    }
    padding(text, type.itemSize() - end);
    return text.append(']').toString();
  }

  private static void padding(StringBuilder text, int bytes) {
    if (bytes > 0) {
      text.append(text.length() > 1 ? ", (" : "(")
          .append("'', '|V")
          .append(bytes)
          .append("')");
    }
  }
}
