/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of a column of texts. A growing one whose texts hardly ever repeat, such as one of
 * ids, is noticed, and its words are no longer looked up: that would cost more memory than it saves.
 */
final class Words {
  private static final int ENOUGH_TO_JUDGE = 1 << 14;

  private final boolean growing;
  private final List<String> words = new ArrayList<>();
  private @Nullable Map<String, Integer> codes;
  private int asked;

  /** A dictionary that learns every word it is asked for. */
  Words() {
    growing = true;
    codes = new HashMap<>();
  }

  /** A dictionary of these words only. */
  Words(List<String> fixed) {
    growing = false;
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : fixed) {
      if (numbers.put(word, words.size()) != null) {
        throw new IllegalArgumentException("Category '" + word + "' is listed twice.");
      }
      words.add(word);
    }
    codes = numbers;
  }

  /** The number of the word, or -1 if the dictionary is fixed and does not have it. */
  int code(String word) {
    asked++;
    if (codes == null) {
      return append(word);
    }
    Integer code = codes.get(word);
    if (code != null) {
      return code;
    }
    return growing ? learn(word, codes) : -1;
  }

  private int learn(String word, Map<String, Integer> known) {
    int code = append(word);
    if (code > ENOUGH_TO_JUDGE && code > asked / 2) {
      codes = null;
    } else {
      known.put(word, code);
    }
    return code;
  }

  private int append(String word) {
    words.add(word);
    return words.size() - 1;
  }

  List<String> toList() {
    return Collections.unmodifiableList(words);
  }
}
