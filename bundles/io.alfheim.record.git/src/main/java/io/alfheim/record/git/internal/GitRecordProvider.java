/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.SessionRecordProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.osgi.service.component.annotations.Component;

/** Keeps the record of a home in the bare Git repository {@code record.git}. */
@Component(service = SessionRecordProvider.class)
public final class GitRecordProvider implements SessionRecordProvider {
  private final Duration patience;

  /** Writers wait half a minute for their turn. */
  public GitRecordProvider() {
    this(Duration.ofSeconds(30));
  }

  GitRecordProvider(Duration patience) {
    this.patience = patience;
  }

  @Override
  public SessionRecord open(Path home) throws IOException {
    RecordSettings settings = RecordSettings.of(home);
    FileRepository repository = BareRepository.open(home);
    try {
      WriterLock writers = new WriterLock(repository.getDirectory().toPath(), patience);
      Optional<UUID> drawn =
          settings.namespace().or(() -> BareRepository.drawnNamespace(repository));
      GitRecord record = new GitRecord(repository, writers, drawn, new SshAccess(settings.ssh()));
      settings.check(record.namespace());
      return record;
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }
}
