/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.regex.Pattern;
import org.jline.reader.History;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was entered, to be corrected and entered again. A line that spells out a secret, which nothing
 * takes but people type all the same, is known as long as the console runs and never comes into the
 * file.
 */
final class DiscreetHistory extends DefaultHistory {
  /** An option and its text, unless that is a reference; or a password inside an address. */
  private static final Pattern SECRET = Pattern.compile(
      "\"\\w*([pP]assword|[pP]assphrase|[sS]ecret|[sS]ecretKey|[tT]oken)\"\\s*,\\s*\"(?!\\$\\[)"
          + "|://[^\\s/@:\"]*:[^\\s/@\"]+@");

  @Override
  public boolean isPersistable(History.Entry entry) {
    return !SECRET.matcher(entry.line()).find();
  }
}
