/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.Session;

/** A channel that is lent. */
final class Lease {
  private final ChannelPool pool;
  private final Session session;
  private final ChannelSftp channel;

  Lease(ChannelPool pool, Session session, ChannelSftp channel) {
    this.pool = pool;
    this.session = session;
    this.channel = channel;
  }

  Session session() {
    return session;
  }

  ChannelSftp channel() {
    return channel;
  }

  boolean isAlive() {
    return session.isConnected() && channel.isConnected() && !channel.isClosed();
  }

  /** Gives the channel back, or away for good if something went wrong in the middle of a message. */
  void end(boolean broken) {
    pool.giveBack(this, broken);
  }
}
