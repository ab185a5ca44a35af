/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import io.alfheim.demo.internal.FreshFolder;
import io.alfheim.demo.internal.LabFolder;
import io.alfheim.demo.internal.Writers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Writes a folder of synthetic ALF data with the writers that are installed.
 *
 * <pre>{@code
 * demoLab.write(Path.of("demo"));
 * }</pre>
 *
 * <p>Writers of {@code csv}, {@code json}, {@code jsonable}, {@code npy} and {@code tsv} are needed.
 * With one of {@code pqt} the tables of trials are Parquet, without it they are {@code csv}. Safe for use by many
 * threads.
 */
@Component(service = DemoLab.class)
public final class DemoLab {
  private static final long SEED = 2019;

  private final Writers writers;

  /** With the writers of the service registry, told apart by {@link WritesFormat#EXTENSIONS}. */
  @Activate
  public DemoLab(
      @Reference(policyOption = ReferencePolicyOption.GREEDY)
          List<Map.Entry<Map<String, Object>, DatasetWriter>> writers) {
    this.writers = Writers.ofServices(writers);
  }

  /** With these writers by file extension, for use without a framework. */
  public DemoLab(Map<String, DatasetWriter> writers) {
    this.writers = new Writers(writers);
  }

  /** As {@link #write(Path, long)}, with the same seed every time. */
  public void write(Path folder) throws IOException {
    write(folder, SEED);
  }

  /**
   * Writes the data, about 4 MB. The folder appears under its name only when it is complete; if anything fails, or the thread is interrupted, nothing is left.
   *
   * @param folder empty or absent
   * @param seed whatever follows from it is the same each time
   * @throws IOException if there is something in the folder, if a writer is missing, or if the disk
   *     fails
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public void write(Path folder, long seed) throws IOException {
    LabFolder lab = new LabFolder(writers, seed);
    FreshFolder.fill(folder, lab::writeInto);
  }
}
