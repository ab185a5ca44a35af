/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.one.files.DataFolders;
import io.alfheim.one.files.NameFilter;
import java.nio.file.Path;
import java.util.List;

/** Finds the file beside another that tells when its values were taken. */
public final class Companion {
  private Companion() {}

  /** The times of the same object in the same format; of several, the one on the same clock. */
  public static Path timesOf(Path file) {
    AlfName name = AlfName.parse(file.getFileName().toString());
    Path folder = Beside.folder(file);
    NameFilter times =
        NameFilter.ANY.object(name.object()).attribute("times*").extension(name.extension());
    List<AlfName> all = DataFolders.list(folder, times).stream()
        .filter(other -> other.namespace().equals(name.namespace()) && !other.equals(name))
        .toList();
    List<AlfName> near = all.size() == 1
        ? all
        : all.stream()
            .filter(other ->
                other.timescale().equals(name.timescale()) && other.extra().equals(name.extra()))
            .toList();
    if (near.size() != 1) {
      throw new NoSuchDatasetException(
          all.isEmpty()
              ? "No times lie beside '" + file + "'."
              : "Several files beside '" + file + "' could be its times: " + all + ".",
          "Load both files yourself: load(file).array().");
    }
    return folder.resolve(near.get(0).toString());
  }
}
