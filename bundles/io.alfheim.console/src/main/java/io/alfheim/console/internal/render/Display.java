/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import io.alfheim.console.internal.engine.Trouble;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into text: asks the renderers of other bundles first, then its own.
 *
 * <p>Some values look things up only when they are shown, and then throw what says so to the user:
 * that is an answer, and thrown on. Renderers that fail otherwise are passed over.
 */
public final class Display implements RenderContext {
  private static final System.Logger LOG = System.getLogger(Display.class.getName());
  private static final int LONGEST_PLAIN = 100_000;

  private final Style style;
  private final IntSupplier width;
  private final Supplier<List<ValueRenderer>> services;
  private final List<ValueRenderer> own;
  private final Brief brief;

  /**
   * A display for one terminal or stream.
   *
   * @param services the renderers of bundles, the most wanted first
   */
  public Display(Style style, IntSupplier width, Supplier<List<ValueRenderer>> services) {
    this.style = style;
    this.width = width;
    this.services = services;
    this.brief = new Brief(style);
    this.own = List.of(
        new SessionRenderer(style),
        new DatasetRenderer(),
        new HistoryRenderer(style),
        new ReportRenderer(style),
        new TableRenderer(),
        new ArrayRenderer(style),
        new RecordRenderer(style),
        new ListRenderer(style),
        new MapRenderer(style));
  }

  /** How this display sets things apart. */
  public Style style() {
    return style;
  }

  @Override
  public int width() {
    return width.getAsInt();
  }

  @Override
  public boolean color() {
    return style.color();
  }

  @Override
  public boolean unicode() {
    return style.unicode();
  }

  @Override
  public String brief(@Nullable Object value) {
    return brief.of(value);
  }

  /** As {@link #brief}, whatever happens: a value that cannot be looked up says why. */
  public String briefAny(@Nullable Object value) {
    return brief.ofAny(value);
  }

  /** The value in one line, as a bundle that knows it would begin to show it. */
  String line(@Nullable Object value) {
    if (value == null) {
      return brief(null);
    }
    return services.get().stream()
        .map(renderer -> tryRender(renderer, value))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text.lines().findFirst().orElse(""))
        .orElseGet(() -> brief(value));
  }

  /** The value in as many lines as it takes. */
  public String full(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return Stream.concat(services.get().stream(), own.stream())
        .map(renderer -> tryRender(renderer, value))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> plain(value));
  }

  private Optional<String> tryRender(ValueRenderer renderer, Object value) {
    try {
      return renderer.render(value, this);
    } catch (RuntimeException | LinkageError e) {
      if (e instanceof RuntimeException thrown && isForTheUser(thrown)) {
        throw thrown;
      }
      LOG.log(System.Logger.Level.WARNING, "A renderer failed: " + renderer.getClass(), e);
      return Optional.empty();
    }
  }

  /** Whether an exception is about what was asked for, and not about how it is shown. */
  static boolean isForTheUser(RuntimeException e) {
    return e instanceof CancellationException
        || e instanceof UncheckedIOException
        || Trouble.hintOf(e).isPresent();
  }

  private String plain(Object value) {
    if (value instanceof String text) {
      return text.indexOf('\n') < 0 ? '"' + text + '"' : "\"\"\"\n" + text + "\"\"\"";
    }
    if (value instanceof BaseStream) {
      return brief(value);
    }
    return Columns.clip(Brief.textOf(value), LONGEST_PLAIN, style.ellipsis());
  }

  @Override
  public String table(List<String> header, List<? extends List<?>> rows, long total) {
    List<List<String>> texts = new ArrayList<>();
    for (List<?> row : rows) {
      texts.add(row.stream().map(this::cell).toList());
    }
    boolean[] numeric = TextTable.numeric(header.size(), rows);
    return new TextTable(header, texts, numeric, style).fit(width(), total);
  }

  private String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof CharSequence text ? text.toString().replace('\n', ' ') : brief(value);
  }
}
