/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.console.ValueRenderer;
import io.alfheim.data.Column;
import io.alfheim.data.DataException;
import io.alfheim.data.Table;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisplayTest {
  record Cell(String lab, int count, double rate) {}

  record Secret(String token) {
    @Override
    public String toString() {
      return "Secret(…)";
    }
  }

  static final class Inside implements Runnable {
    @Override
    public void run() {}
  }

  record InsideRecord(String password) implements Runnable {
    @Override
    public void run() {}
  }

  private static Display display(int width, ValueRenderer... renderers) {
    return new Display(Style.PLAIN, () -> width, () -> List.of(renderers));
  }

  private static String full(Object value) {
    return display(60).full(value);
  }

  @Test
  void textsAreQuoted() {
    assertThat(full("a")).isEqualTo("\"a\"");
    assertThat(full("a\nb")).isEqualTo("\"\"\"\na\nb\"\"\"");
  }

  @Test
  void nullIsShown() {
    assertThat(display(60).full(null)).isEqualTo("null");
    assertThat(display(60).brief(null)).isEqualTo("null");
  }

  @Test
  void recordsShowTheirComponents() {
    assertThat(full(new Cell("oslo", 3, 0.5)))
        .isEqualTo("Cell\n  lab    \"oslo\"\n  count  3\n  rate   0.5");
  }

  @Test
  void recordsThatHideSomethingKeepItHidden() {
    assertThat(full(new Secret("x"))).isEqualTo("Secret(…)");
    assertThat(full(List.of(new Secret("x"), new Secret("y")))).isEqualTo("[Secret(…), Secret(…)]");
  }

  @Test
  void whatNobodyKnowsByItsClassIsShownByWhatItIs() {
    assertThat(full(new Inside())).isEqualTo("Runnable");
    assertThat(full(new InsideRecord("secret"))).isEqualTo("Runnable");
    assertThat(full(List.of(new InsideRecord("secret")))).isEqualTo("[Runnable]");
  }

  @Test
  void listsOfRecordsAreTablesWithNumbersFlushRight() {
    assertThat(full(List.of(new Cell("oslo", 3, 0.5), new Cell("ucl", 120, 12.25))))
        .isEqualTo("""
            lab   count   rate
            oslo      3    0.5
            ucl     120  12.25""");
  }

  @Test
  void longListsShowTheBeginningAndTheSize() {
    List<Cell> cells =
        IntStream.range(0, 1105).mapToObj(i -> new Cell("l", i, i)).toList();
    assertThat(full(cells).lines()).hasSize(12).last().isEqualTo("10 of 1,105");
    assertThat(full(IntStream.range(0, 21).boxed().toList()).lines()).last().isEqualTo("10 of 21");
  }

  @Test
  void shortListsFitALine() {
    assertThat(full(List.of(1, 2, 3))).isEqualTo("[1, 2, 3]");
    assertThat(full(List.of())).isEqualTo("(empty)");
  }

  @Test
  void listsTooWideForALineGetALineEach() {
    assertThat(full(List.of("a".repeat(40), "b".repeat(40))).lines())
        .containsExactly("0  \"" + "a".repeat(40) + '"', "1  \"" + "b".repeat(40) + '"');
  }

  @Test
  void mapsShowTheirEntries() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("times", new double[] {1, 2});
    map.put("n", null);
    assertThat(full(map)).isEqualTo("  times  double[2]\n  n      null");
    assertThat(full(Map.of())).isEqualTo("{}");
  }

  @Test
  void arraysShowShapeEndsAndRange() {
    assertThat(full(new int[] {1, 2, 3}))
        .isEqualTo("int[3]\n[1, 2, 3]\nmin 1.0  mean 2.0  max 3.0");
    assertThat(full(new double[1000]).lines())
        .containsExactly(
            "double[1,000]",
            "[0.0, 0.0, 0.0, 0.0, …, 0.0, 0.0, 0.0, 0.0]",
            "min 0.0  mean 0.0  max 0.0");
    assertThat(full(new double[] {1, Double.NaN, 3})).endsWith("min 1.0  mean 2.0  max 3.0  NaN 1");
    assertThat(full(new String[0])).isEqualTo("String[0]\n[]");
  }

  @Test
  void arraysOfArraysShowRows() {
    assertThat(full(new int[][] {{1, 2}, {3, 4}})).isEqualTo("int[2 × 2]\n  [1, 2]\n  [3, 4]");
    assertThat(full(new int[1][0])).isEqualTo("int[1 × 0]\n  []");
  }

  @Test
  void longArraysWrapAtTheWidth() {
    int[] many = IntStream.range(1000, 1050).toArray();
    assertThat(full(many).lines()).allMatch(line -> line.length() <= 60).hasSizeGreaterThan(4);
  }

  @Test
  void theRendererOfABundleWins() {
    ValueRenderer shout = (value, context) ->
        value instanceof Cell cell ? Optional.of(cell.lab().concat("!")) : Optional.empty();
    assertThat(display(60, shout).full(new Cell("oslo", 1, 1))).isEqualTo("oslo!");
    assertThat(display(60, shout).full(List.of(1))).isEqualTo("[1]");
  }

  @Test
  void aRendererThatFailsIsPassedOver() {
    ValueRenderer broken = (value, context) -> {
      throw new IllegalStateException("broken");
    };
    assertThat(display(60, broken).full("a")).isEqualTo("\"a\"");
  }

  @Test
  void aValueThatCannotTellItsTextIsShownAnyway() {
    Object broken = new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException("x");
      }
    };
    assertThat(full(broken)).isEqualTo("<IllegalStateException in toString()>");
  }

  /** What looks things up when it is shown, and finds nothing. */
  static final class Lost extends AbstractList<String> {
    private int lookups;

    @Override
    public int size() {
      lookups++;
      throw new DataException("There is no session 'SP26'.", "See sessions().");
    }

    @Override
    public String get(int index) {
      throw new IndexOutOfBoundsException(index);
    }
  }

  static final class LostText {
    @Override
    public String toString() {
      throw new DataException("There is no session 'SP26'.", "See sessions().");
    }
  }

  @Test
  void aValueThatCannotBeLookedUpSaysSoAndIsLookedUpOnce() {
    Lost lost = new Lost();
    assertThatThrownBy(() -> full(lost)).isInstanceOf(DataException.class);
    assertThat(lost.lookups).isOne();
    assertThatThrownBy(() -> display(60).line(new Lost())).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> full(new LostText())).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> full(Map.of("a", new Lost()))).isInstanceOf(DataException.class);
  }

  @Test
  void amongOtherValuesTheOneThatCannotBeLookedUpSaysWhy() {
    assertThat(display(60).briefAny(new Lost())).isEqualTo("<There is no session 'SP26'.>");
    assertThat(display(60).briefAny(3)).isEqualTo("3");
  }

  @Test
  void aCollectionThatIsBrokenIsShownAnyway() {
    List<String> broken = new AbstractList<>() {
      @Override
      public int size() {
        throw new IllegalStateException("x");
      }

      @Override
      public String get(int index) {
        throw new IllegalStateException("x");
      }
    };
    assertThat(display(60).line(broken)).isEqualTo("<IllegalStateException>");
    assertThat(full(List.of(broken))).isEqualTo("[<IllegalStateException>]");
  }

  @Test
  void withoutColorThereAreNoEscapeCodes() {
    assertThat(full(List.of(new Cell("a", 1, 1)))).doesNotContain("\033");
    Display colored = new Display(new Style(true, true), () -> 60, List::of);
    assertThat(colored.full(List.of(new Cell("a", 1, 1)))).contains("\033[2m");
  }

  @Test
  void withoutUnicodeTheEllipsisIsMadeOfDots() {
    Display ascii = new Display(new Style(false, false), () -> 60, List::of);
    assertThat(ascii.full(new double[1000])).contains("..., 0.0").doesNotContain("…");
  }

  @Test
  void tablesAreAsWideAsTheTerminal() {
    Table table = Table.of(Column.of("a".repeat(60), 1, 2), Column.of("b".repeat(60), 3, 4));
    assertThat(display(100).full(table).lines()).allMatch(line -> line.length() <= 100);
  }
}
