/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

/** The entry of the process. */
public final class Main {
  private static final int USAGE = 2;
  private static final int BROKEN = 3;

  private Main() {}

  /** Runs the command line and exits: the framework leaves threads that would keep the JVM alive. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String... commandLine) {
    // Neither the framework nor those who read numbers know other digits than 0 to 9.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    int code = BROKEN;
    try {
      code = run(Options.parse(commandLine));
    } catch (UsageException e) {
      System.err.println("alfheim: " + e.getMessage());
      code = USAGE;
    } catch (Throwable e) {
      System.err.println("alfheim: the console cannot go on: " + Failure.text(e));
      System.getLogger("launcher").log(System.Logger.Level.ERROR, "The console cannot go on", e);
    } finally {
      System.exit(code);
    }
  }

  private static int run(Options options)
      throws IOException, BundleException, InvalidSyntaxException, URISyntaxException {
    switch (options.action()) {
      case HELP -> System.out.print(Options.HELP);
      case VERSION -> System.out.println(version());
      case RUN, DEMO -> {
        Path dist = dist();
        Home home = Home.of(options, System.getenv(), dist);
        LogFile.use(home);
        boolean demo = options.action() == Options.Action.DEMO;
        return new ConsoleFramework(dist, home, demo).run(options.arguments());
      }
    }
    return 0;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "Alfheim " + version + " on Java " + Runtime.version();
  }

  /** The folder of this distribution: the one above the folder of this jar. */
  private static Path dist() throws URISyntaxException {
    Path jar =
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return jar.resolve("../..").normalize();
  }
}
