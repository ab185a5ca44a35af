/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.data.Document;
import io.alfheim.one.files.AlfIo;
import io.alfheim.one.tables.CacheTables;
import java.nio.file.Path;
import java.util.List;

/**
 * Hands what a test has to snippets, which see public classes only.
 *
 * @param one the verbs
 * @param tables the service
 * @param io the service
 * @param folder of data in the catalog
 * @param alf the folder of that name of a session
 * @param restSessions what a database sent
 * @param restDatasets what a database sent
 */
public record HeldOne(
    One one,
    CacheTables tables,
    AlfIo io,
    Path folder,
    Path alf,
    List<Document> restSessions,
    List<Document> restDatasets) {
  private static volatile List<HeldOne> last = List.of();

  static void hold(HeldOne held) {
    last = List.of(held);
  }

  /** What is held. */
  public static HeldOne held() {
    return last.get(0);
  }
}
