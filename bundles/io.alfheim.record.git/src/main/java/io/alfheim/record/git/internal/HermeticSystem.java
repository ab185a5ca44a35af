/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit to the repository it is given. Left alone, it runs the {@code git} program to find the
 * settings of the computer, reads those of the user, and writes among them what it measured about
 * the file system, which takes seconds.
 */
final class HermeticSystem extends SystemReader.Delegate {

  private HermeticSystem(SystemReader outer) {
    super(outer);
  }

  /** JGit knows one system per process; installing it again changes nothing. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof HermeticSystem)) {
      SystemReader.setInstance(new HermeticSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  private static final class Fixed extends FileBasedConfig {
    Fixed(Config parent, FS fs) {
      super(parent, null, fs);
      // not among the settings of the repository, where newer git programs complain about them
      setBoolean("core", null, "fsyncObjectFiles", true);
      setBoolean("core", null, "fsyncRefFiles", true);
      // where the branch stood when: bare repositories are made without
      setBoolean("core", null, "logAllRefUpdates", true);
      // nothing is packed behind the back of writers, as would be after a fetch
      setInt("gc", null, "auto", 0);
      setInt("gc", null, "autoPackLimit", 0);
      // twice as fast as JGit's own, which looks for forgeries in what strangers push
      setString("core", null, "sha1Implementation", "jdkNative");
    }

    /**
     * The coarsest clock of a file system in use, instead of a measurement: what was changed within
     * that time is looked at again, which costs microseconds and is right everywhere.
     */
    @Override
    public String getString(String section, String subsection, String name) {
      return section.equals("filesystem") ? "2 s" : super.getString(section, subsection, name);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
