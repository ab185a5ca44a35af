/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.store.vfs.Abortable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystem;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.provider.AbstractFileName;
import org.apache.commons.vfs2.provider.ram.RamFileObject;
import org.apache.commons.vfs2.provider.ram.RamFileProvider;
import org.apache.commons.vfs2.provider.ram.RamFileSystem;

/** VFS's files in memory as an object store would have them: whole or not, and without folders. */
final class ObjectRamProvider extends RamFileProvider {
  @Override
  protected FileSystem doCreateFileSystem(FileName name, FileSystemOptions options) {
    return new Objects(name, options);
  }

  private static final class Objects extends RamFileSystem {
    Objects(FileName root, FileSystemOptions options) {
      super(root, options);
    }

    @Override
    protected FileObject createFile(AbstractFileName name) {
      return new OneObject(name, this);
    }
  }

  private static final class OneObject extends RamFileObject {
    OneObject(AbstractFileName name, RamFileSystem objects) {
      super(name, objects);
    }

    @Override
    public OutputStream getOutputStream(boolean append) {
      return new Upload(this);
    }

    private void publish(byte[] bytes) throws IOException {
      synchronized (getFileSystem()) {
        refresh();
        try (OutputStream out = super.getOutputStream(false)) {
          out.write(bytes);
        }
        try {
          endOutput();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }

    @Override
    protected InputStream doGetInputStream(int bufferSize) throws Exception {
      synchronized (getFileSystem()) {
        refresh();
        return super.doGetInputStream(bufferSize);
      }
    }

    @Override
    protected void doDelete() throws Exception {
      FileObject folder = getParent();
      super.doDelete();
      if (folder.getParent() != null && folder.getChildren().length == 0) {
        folder.delete();
      }
    }

    @Override
    protected void doCreateFolder() throws Exception {
      synchronized (getFileSystem()) {
        super.doCreateFolder();
      }
    }
  }

  private static final class Upload extends ByteArrayOutputStream implements Abortable {
    private final OneObject object;
    private boolean done;

    Upload(OneObject object) {
      this.object = object;
    }

    @Override
    public void close() throws IOException {
      if (!done) {
        done = true;
        object.publish(toByteArray());
      }
    }

    @Override
    public void abort() throws FileSystemException {
      done = true;
    }
  }
}
