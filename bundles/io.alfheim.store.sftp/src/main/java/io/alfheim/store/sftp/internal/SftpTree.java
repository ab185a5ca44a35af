/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.alfheim.store.StorePath;
import io.alfheim.store.vfs.remote.FolderTree;
import io.alfheim.store.vfs.remote.RemoteEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files below a folder of an SSH server. */
final class SftpTree implements FolderTree {
  private static final int PACKET = 1 << 15;
  private static final int MOST_REQUESTS = 64;

  private final String root;
  private final ChannelPool channels;

  SftpTree(String root, ChannelPool channels) {
    this.root = root.endsWith("/") ? root : root + "/";
    this.channels = channels;
  }

  /** The path as JSch wants it, which expands patterns otherwise. */
  private String at(StorePath path) {
    return (root + path.value()).replaceAll("[\\\\*?]", "\\\\$0");
  }

  @Override
  public Optional<RemoteEntry> find(StorePath path) throws IOException {
    try {
      return entry(again(path, channel -> channel.stat(at(path))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Neither a pipe nor a device is there for a store. */
  private static Optional<RemoteEntry> entry(SftpATTRS attributes) {
    if (attributes.isDir()) {
      return Optional.of(RemoteEntry.FOLDER);
    }
    long modified = Integer.toUnsignedLong(attributes.getMTime()) * 1000;
    return attributes.isReg()
        ? Optional.of(RemoteEntry.file(attributes.getSize(), modified))
        : Optional.empty();
  }

  @Override
  public Map<String, RemoteEntry> list(StorePath folder) throws IOException {
    Map<String, RemoteEntry> entries = new TreeMap<>();
    boolean[] self = new boolean[1];
    again(folder, channel -> {
      entries.clear();
      channel.ls(at(folder), found -> {
        String name = found.getFilename();
        self[0] |= name.equals(".");
        if (!name.equals(".") && !name.equals("..")) {
          // What a link leads to is asked when it matters.
          Optional<RemoteEntry> entry = found.getAttrs().isLink()
              ? Optional.of(RemoteEntry.UNKNOWN)
              : entry(found.getAttrs());
          entry.ifPresent(known -> entries.put(name, known));
        }
        return ChannelSftp.LsEntrySelector.CONTINUE;
      });
      return entries;
    });
    // A file asked for its folder is its own only entry.
    if (!self[0] && !find(folder).equals(Optional.of(RemoteEntry.FOLDER))) {
      throw new NoSuchFileException(folder.value());
    }
    return entries;
  }

  @Override
  public InputStream read(StorePath file, long from, long length) throws IOException {
    long packets = length / PACKET + 1;
    Lease lease = channels.lend();
    boolean open = false;
    boolean answered = false;
    try {
      // No more is asked for ahead than will be read.
      lease.channel().setBulkRequests((int) Math.min(packets, MOST_REQUESTS));
      InputStream in = begun(file, lease.channel().get(at(file), null, from));
      open = true;
      return new LeasedInput(in, lease, length, channels.login(), file);
    } catch (JSchException e) {
      throw SftpFailure.lost(channels.login(), e);
    } catch (SftpException e) {
      answered = SftpFailure.isAnswer(e);
      throw SftpFailure.explain(channels.login(), file, e);
    } finally {
      if (!open) {
        // Whoever asks next would be given the answer that is still to come.
        lease.end(!answered);
      }
    }
  }

  /** Some servers open folders as well, and only reading tells. */
  private InputStream begun(StorePath file, InputStream in) throws IOException {
    PushbackInputStream begun = new PushbackInputStream(in);
    try {
      int first = begun.read();
      if (first >= 0) {
        begun.unread(first);
      }
      return begun;
    } catch (IOException e) {
      throw SftpFailure.broken(channels.login(), file, e);
    }
  }

  @Override
  public OutputStream write(StorePath file) throws IOException {
    Lease lease = channels.lend();
    boolean open = false;
    try {
      OutputStream out = lease.channel().put(at(file), ChannelSftp.OVERWRITE);
      open = true;
      return new LeasedOutput(out, lease, channels.login(), file);
    } catch (SftpException e) {
      throw SftpFailure.explain(channels.login(), file, e);
    } finally {
      if (!open) {
        // JSch looks for a folder first and forgets if that is interrupted: then each answer that
        // seems to be one belongs to the question before.
        lease.end(true);
      }
    }
  }

  @Override
  public boolean setModified(StorePath file, Instant time) throws IOException {
    int seconds = (int) Math.max(0, time.getEpochSecond());
    return again(file, channel -> {
      channel.setMtime(at(file), seconds);
      return true;
    });
  }

  @Override
  public void delete(StorePath file) throws IOException {
    once(file, channel -> {
      channel.rm(at(file));
      return true;
    });
  }

  @Override
  public void deleteFolder(StorePath folder) throws IOException {
    once(folder, channel -> {
      channel.rmdir(at(folder));
      return true;
    });
  }

  @Override
  public void makeFolder(StorePath folder) throws IOException {
    try {
      once(folder, channel -> {
        channel.mkdir(at(folder));
        return true;
      });
    } catch (IOException e) {
      if (find(folder).isPresent()) {
        throw new FileAlreadyExistsException(folder.value());
      }
      throw e;
    }
  }

  @Override
  public void rename(StorePath from, StorePath to) throws IOException {
    once(from, channel -> {
      channel.rename(at(from), at(to));
      return true;
    });
  }

  @Override
  public void close() {
    channels.close();
  }

  private interface Step<T> {
    T run(ChannelSftp channel) throws SftpException;
  }

  /**
   * What changes nothing may be asked again: at once, if the connection had died unnoticed, and then as
   * often as is wanted.
   */
  private <T> T again(StorePath path, Step<T> step) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        return attempt(step);
      } catch (SftpException e) {
        boolean last = attempt >= Math.max(1, channels.login().retries());
        if (last || SftpFailure.isAnswer(e) || SftpFailure.isInterruption(e)) {
          throw SftpFailure.explain(channels.login(), path, e);
        }
      }
      if (attempt > 0) {
        Login.pause(attempt);
      }
    }
  }

  private <T> T once(StorePath path, Step<T> step) throws IOException {
    try {
      return attempt(step);
    } catch (SftpException e) {
      throw SftpFailure.explain(channels.login(), path, e);
    }
  }

  private <T> T attempt(Step<T> step) throws IOException, SftpException {
    Lease lease = channels.lend();
    boolean whole = false;
    try {
      T result = step.run(lease.channel());
      whole = true;
      return result;
    } catch (SftpException e) {
      whole = SftpFailure.isAnswer(e);
      throw e;
    } finally {
      lease.end(!whole);
    }
  }
}
