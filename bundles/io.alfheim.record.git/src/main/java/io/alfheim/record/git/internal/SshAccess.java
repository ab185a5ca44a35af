/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.Closeable;
import java.nio.file.Path;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reaches other computers through SSH, with the keys, the known hosts and the settings of a folder such
 * as {@code ~/.ssh}. Nobody is asked anything: a host that is not known is refused. Nothing of SSH is
 * loaded before it is needed.
 */
final class SshAccess implements Closeable {
  private static final int PATIENCE_SECONDS = 30;

  private final Path folder;
  private @Nullable SshdSessionFactory sessions;

  SshAccess(Path folder) {
    this.folder = folder;
  }

  /** Lets a command go through SSH if its address asks for that. */
  <C extends TransportCommand<C, ?>> C prepare(C command) {
    return command.setTimeout(PATIENCE_SECONDS).setTransportConfigCallback(transport -> {
      if (transport instanceof SshTransport ssh) {
        ssh.setSshSessionFactory(sessions());
      }
    });
  }

  private synchronized SshdSessionFactory sessions() {
    SshdSessionFactory open = sessions;
    if (open == null) {
      Path parent = folder.getParent();
      open = new SshdSessionFactoryBuilder()
          .setHomeDirectory((parent == null ? folder : parent).toFile())
          .setSshDirectory(folder.toFile())
          .setPreferredAuthentications("publickey")
          .build(null);
      sessions = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (sessions != null) {
      sessions.close();
      sessions = null;
    }
  }
}
