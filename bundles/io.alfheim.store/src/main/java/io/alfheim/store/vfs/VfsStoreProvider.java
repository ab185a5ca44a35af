/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.internal.Options;
import io.alfheim.store.internal.ReadOnlyStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.apache.commons.vfs2.CacheStrategy;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystem;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.cache.NullFilesCache;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.local.DefaultLocalFileProvider;

/**
 * Opens stores over one kind of VFS file system. A subclass is a component:
 *
 * <pre>{@code
 * @Component(service = StoreProvider.class)
 * @ProvidesStore(scheme = "sftp")
 * public final class SftpStoreProvider extends VfsStoreProvider {
 *   @Override
 *   protected FileProvider fileProvider(StoreConfig config) {
 *     return new SftpFileProvider();
 *   }
 * }
 * }</pre>
 *
 * <p>The option {@code readOnly} is understood for all of them.
 */
public abstract class VfsStoreProvider implements StoreProvider {

  /** Makes the VFS provider of one store; it is closed with the store. */
  protected abstract FileProvider fileProvider(StoreConfig config) throws IOException;

  /** The names of the options that {@link #fileSystemOptions} translates. */
  protected Set<String> optionNames() {
    return Set.of();
  }

  /** The options of the configuration as VFS wants them. */
  protected FileSystemOptions fileSystemOptions(StoreConfig config) throws IOException {
    return new FileSystemOptions();
  }

  /** The root as VFS writes it. */
  protected String rootUri(StoreConfig config) {
    return config.uri().toString();
  }

  /**
   * Whether a file appears only when its stream is closed, and then replaces another at once. If so,
   * its streams are {@link Abortable}, folders need not be made, and no file is renamed.
   */
  protected boolean writesWhole() {
    return false;
  }

  /** Makes the store; to be overridden by who has a faster way to walk, for example. */
  protected VfsStore store(StoreConfig config, FileObject root) {
    return new VfsStore(config, root, writesWhole());
  }

  @Override
  public final Store open(StoreConfig config) throws IOException {
    Options options = new Options(config);
    options.check(optionNames());
    DefaultFileSystemManager manager = new DefaultFileSystemManager();
    try {
      FileObject root = mount(manager, config);
      Store store = store(config, root);
      return options.restrict(isWritable(root.getFileSystem()) ? store : new ReadOnlyStore(store));
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private FileObject mount(DefaultFileSystemManager manager, StoreConfig config)
      throws IOException {
    // Each look at the store is a fresh one: there is nothing to share, so nothing to go stale.
    manager.setFilesCache(new NullFilesCache());
    manager.setCacheStrategy(CacheStrategy.MANUAL);
    manager.init();
    String scheme = config.uri().getScheme();
    manager.addProvider(scheme, fileProvider(config));
    if (!manager.hasProvider("file")) {
      manager.addProvider("file", new DefaultLocalFileProvider());
    }
    try {
      FileObject root = manager.resolveFile(rootUri(config), fileSystemOptions(config));
      checkRoot(config, root);
      return root;
    } catch (org.apache.commons.vfs2.FileSystemException e) {
      throw new IOException(
          "Store '%s' cannot be opened at '%s': %s"
              .formatted(config.name(), config.root(), VfsStore.reason(e)),
          e);
    }
  }

  private void checkRoot(StoreConfig config, FileObject root) throws IOException {
    // Where nothing but files is kept an empty root does not exist, and a root may be unlistable.
    boolean folders = root.getFileSystem().hasCapability(Capability.LIST_CHILDREN);
    if (folders && !root.isFolder() && !(writesWhole() && !root.exists())) {
      String place = "The root of store '" + config.name() + "'";
      throw new NoSuchFileException(
          config.root(), null, place + " is not a folder. Make it, or correct the URI.");
    }
  }

  private boolean isWritable(FileSystem files) {
    return files.hasCapability(Capability.WRITE_CONTENT)
        && files.hasCapability(Capability.DELETE)
        && (writesWhole() || files.hasCapability(Capability.RENAME));
  }
}
