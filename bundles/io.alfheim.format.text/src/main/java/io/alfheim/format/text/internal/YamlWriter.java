/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
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
    text.append(new Dump(settings).dumpToString(value));
  }
}
