/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that fetches one file into a cache, and says how often it had to open it. */
final class OtherProcess {
  private OtherProcess() {}

  /** Folder of the cache, folder of the store, MD5 and size. */
  public static void main(String[] args) throws IOException {
    DownloadCache cache = new DownloadCache(Path.of(args[0]), Long.MAX_VALUE);
    FickleStore store = new FickleStore(Path.of(args[1]));
    StorePath file = new StorePath("a.npy");
    Path content = cache.fetch(
        new ContentKey(args[2], Long.parseLong(args[3])),
        List.of(new Origin(new Location("far", file), () -> store)),
        bytes -> {});
    Files.writeString(Path.of(args[4]), store.opened.size() + " " + Files.size(content));
  }

  /** Starts it. */
  static Process start(Path answer, String... args) throws IOException {
    ProcessBuilder java = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        OtherProcess.class.getName(),
        args[0],
        args[1],
        args[2],
        args[3],
        answer.toString());
    return java.redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
