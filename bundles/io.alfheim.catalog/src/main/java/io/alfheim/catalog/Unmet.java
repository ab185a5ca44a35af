/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;

/** An answer that knows why it is empty: of what was asked for, what nothing meets. */
public interface Unmet {

  /**
   * What is asked for and no session has, a sentence for each word, with the nearest name there is.
   * Empty if every word is met by some session, even where no session meets all of them.
   */
  List<String> unmet();
}
