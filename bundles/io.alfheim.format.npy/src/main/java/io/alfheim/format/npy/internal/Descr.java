/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.DType;
import io.alfheim.data.DType.Field;
import io.alfheim.data.DType.Kind;
import io.alfheim.data.DataException;
import io.alfheim.format.npy.internal.PythonLiteral.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The type of an array as the header of a file tells it. */
final class Descr {
  private static final Pattern PICKLE = Pattern.compile("[<>=|]?O\\d*");

  private Descr() {}

  static DType parse(Object descr) throws MalformedException {
    if (descr instanceof String name) {
      return simple(name);
    }
    if (descr instanceof List<?> fields) {
      return struct(fields);
    }
    throw new MalformedException("'descr' is neither a type nor a list of fields");
  }

  private static DType simple(String name) throws MalformedException {
    if (PICKLE.matcher(name).matches()) {
      throw new MalformedException(
          "its items are Python objects ('" + name + "'), stored as a pickle, which is refused"
              + " because it could run code: save it again with a plain dtype and"
              + " allow_pickle=False");
    }
    try {
      return DType.of(name);
    } catch (DataException e) {
      throw new MalformedException("there is no support for items of type '" + name + "'", e);
    }
  }

  private static DType struct(List<?> descrs) throws MalformedException {
    List<Field> fields = new ArrayList<>();
    int offset = 0;
    for (Object descr : descrs) {
      Field field = field(descr, offset, fields.size());
      boolean padding = field.name().isEmpty();
      if (!padding) {
        fields.add(field);
      }
      offset = end(field);
    }
    try {
      return DType.struct(fields, offset);
    } catch (DataException e) {
      throw new MalformedException("its fields do not go together", e);
    }
  }

  private static int end(Field field) throws MalformedException {
    try {
      return Math.addExact(field.offset(), field.size());
    } catch (ArithmeticException | DataException e) {
      throw new MalformedException("its items are larger than 2 GiB", e);
    }
  }

  private static Field field(Object descr, int offset, int number) throws MalformedException {
    if (!(descr instanceof Tuple tuple)
        || tuple.items().size() < 2
        || tuple.items().size() > 3) {
      throw new MalformedException(
          "field " + number + " is not (name, type) or (name, type, shape)");
    }
    Object type = tuple.items().get(1);
    List<Integer> shape = new ArrayList<>();
    if (tuple.items().size() == 3) {
      shape.addAll(shape(tuple.items().get(2)));
    }
    if (type instanceof Tuple array && array.items().size() == 2) {
      shape.addAll(shape(array.items().get(1)));
      type = array.items().get(0);
    }
    DType item = parse(type);
    String name = name(tuple.items().get(0), number);
    // A nameless run of raw bytes is a gap; any other nameless field gets a name, as in numpy.
    String named = name.isEmpty() && item.kind() != Kind.RAW ? "f" + number : name;
    return new Field(named, item, shape, offset);
  }

  private static String name(Object name, int number) throws MalformedException {
    Object last = name instanceof Tuple titled && titled.items().size() == 2
        ? titled.items().get(1)
        : name;
    if (last instanceof String text) {
      return text;
    }
    throw new MalformedException("the name of field " + number + " is not a text");
  }

  private static List<Integer> shape(Object shape) throws MalformedException {
    List<?> lengths = shape instanceof Tuple tuple ? tuple.items() : List.of(shape);
    List<Integer> checked = new ArrayList<>();
    for (Object length : lengths) {
      if (!(length instanceof Long n) || n < 0 || n > Integer.MAX_VALUE) {
        throw new MalformedException("a field has an impossible shape");
      }
      checked.add((int) (long) n);
    }
    return checked;
  }
}
