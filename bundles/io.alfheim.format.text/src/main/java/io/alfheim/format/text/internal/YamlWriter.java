/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes one YAML 1.2 document in block style. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = {"yaml", "yml"})
public final class YamlWriter extends DocumentWriter {
  /** A writer; it keeps no state. */
  public YamlWriter() {
    super("YAML");
  }

  @Override
  void print(@Nullable Object value, Writer text) throws IOException {
    DumpSettings settings = DumpSettings.builder()
        .setDefaultFlowStyle(FlowStyle.BLOCK)
        .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
        .setDereferenceAliases(true)
        .setSchema(new CoreSchema())
        .build();
    text.append(new Dump(settings, new UnusualBreaks(settings)).dumpToString(value));
  }

  /** Quotes texts with line breaks of Unicode: a block of lines with them is not read back. */
  private static final class UnusualBreaks extends StandardRepresenter {
    private static final Pattern BREAK = Pattern.compile("[\u0085\u2028\u2029]");

    UnusualBreaks(DumpSettings settings) {
      super(settings);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
      boolean unusual = BREAK.matcher(value).find();
      return super.representScalar(tag, value, unusual ? ScalarStyle.DOUBLE_QUOTED : style);
    }
  }
}
