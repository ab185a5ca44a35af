/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset in a format that nothing installed reads: just its bytes.
 *
 * @param source the bytes
 * @param extension of the file
 * @param installed the extensions that can be read
 */
public record FileData(ByteSource source, String extension, List<String> installed)
    implements Data {

  /** Copies the list. */
  public FileData {
    installed = List.copyOf(installed);
  }

  /**
   * The file on this machine.
   *
   * @throws DataException if it is elsewhere
   */
  public Path path() {
    return source
        .file()
        .orElseThrow(() -> new DataException(
            "'" + source.name() + "' is not a file on this machine.",
            "Read its bytes: source().openStream()."));
  }

  @Override
  public String describe() {
    return "file " + source.file().map(Path::toString).orElse(source.name());
  }

  @Override
  public NDArray array() {
    throw unread();
  }

  @Override
  public Table table() {
    throw unread();
  }

  @Override
  public Document document() {
    throw unread();
  }

  @Override
  public String toString() {
    return describe() + "\n  Nothing installed reads '." + extension + "'.";
  }

  private DataException unread() {
    return new DataException(
        "Nothing installed reads '." + extension + "', the format of '" + source.name()
            + "'. Installed: " + String.join(", ", installed) + ".",
        "Drop a bundle that reads it into the plugins folder of the home, or use the file: path().");
  }
}
