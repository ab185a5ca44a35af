/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

/** The byte that says what follows. */
final class Code {
  static final int ARRAY = 'A';
  static final int SPARSE = 'P';
  static final int STRUCTS = 'S';
  static final int CELLS = 'C';
  static final int RECORDS = 'F';
  static final int NONE = 0xff;
  static final int TUPLE = 1;
  static final int LIST = 2;
  static final int SET = 3;
  static final int MAP = 4;
  static final int TEXT = 5;
  static final int BYTES = 6;
  static final int WHOLE = 0x0a;
  static final int BOOL = 0x0b;
  static final int COMPLEX = 0x0c;
  static final int FLOAT = 0x0d;
  static final int DECIMAL = 'd';
  static final int TIME = 't';
  static final int UUID = 'u';

  /** How deep values may lie in each other, so that no stack overflows. */
  static final int DEEPEST = 200;

  private Code() {}
}
