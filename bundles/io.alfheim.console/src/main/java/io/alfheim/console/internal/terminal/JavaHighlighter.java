/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours Java as it is typed. */
final class JavaHighlighter implements Highlighter {
  private static final Pattern TOKEN = Pattern.compile(
      "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|$))"
          + "|(?<text>\"\"\".*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\])*'?)"
          + "|(?<number>\\b\\d[\\w.]*)"
          + "|(?<word>\\b[A-Za-z_]\\w*)",
      Pattern.DOTALL);
  private static final Set<String> KEYWORDS =
      Set.of(("abstract assert boolean break byte case catch char class continue default do double"
              + " else enum extends false final finally float for if implements import"
              + " instanceof int interface long new null private protected public record"
              + " return sealed short static super switch synchronized this throw throws true"
              + " try var void while yield")
          .split(" "));
  private static final Map<String, AttributedStyle> STYLES = Map.of(
      "comment", AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT),
      "text", AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN),
      "number", AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN));

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder colored = new AttributedStringBuilder();
    Matcher matcher = TOKEN.matcher(buffer);
    int done = 0;
    while (matcher.find()) {
      colored.append(buffer, done, matcher.start());
      colored.styled(styleOf(matcher), matcher.group());
      done = matcher.end();
    }
    return colored.append(buffer.substring(done)).toAttributedString();
  }

  private static AttributedStyle styleOf(Matcher token) {
    String word = token.group("word");
    if (word != null) {
      if (KEYWORDS.contains(word)) {
        return AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
      }
      return Character.isUpperCase(word.charAt(0))
          ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE)
          : AttributedStyle.DEFAULT;
    }
    return STYLES.entrySet().stream()
        .filter(style -> token.group(style.getKey()) != null)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(AttributedStyle.DEFAULT);
  }

  @Override
  public void setErrorPattern(Pattern pattern) {
    // Errors are told after Enter, by the compiler.
  }

  @Override
  public void setErrorIndex(int index) {
    // As above.
  }
}
