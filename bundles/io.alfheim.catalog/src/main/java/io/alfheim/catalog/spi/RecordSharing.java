/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import java.util.List;

/** Exchanges commits with another copy of a record. */
public interface RecordSharing {

  /**
   * Copies all commits and tags to a repository; makes it if it is a folder that is missing or empty.
   *
   * @param repository a folder, {@code ssh://user@host:port/path} or {@code user@host:path}
   * @throws java.nio.file.FileSystemException if it has commits that this record has not
   */
  void push(String repository) throws IOException;

  /**
   * Brings the commits and tags of a repository here. What the record says stays as it is, and so do
   * its tags.
   *
   * @return the newest commit of the repository
   * @throws IOException if there is no record, or one whose ids come from another namespace
   */
  CommitId fetch(String repository) throws IOException;

  /**
   * The tags that {@link #fetch} of this object saw last, by name, whatever others have fetched since.
   * They are no tags of this record before they are adopted.
   */
  List<TagEntry> fetchedTags() throws IOException;

  /**
   * Makes a fetched tag one of this record, unless there is one of that name: that stays as it is.
   *
   * @return whether the name stands for the commit of the tag here now
   */
  boolean adopt(TagEntry tag) throws IOException;

  /** The newest commit that led to both; {@link CommitId#NONE} if there is none, any of several. */
  CommitId common(CommitId one, CommitId other) throws IOException;

  /**
   * The newest commits that led to both: none, one, or where each side merged the other several, of
   * which none led to another.
   */
  List<CommitId> bases(CommitId one, CommitId other) throws IOException;

  /**
   * As {@link SessionRecord#commit}, but the commit has a second parent and is made in any case. Where
   * the other one already contains all that is here, it becomes the newest commit itself, and {@code
   * edit} is not asked.
   */
  CommitId merge(String message, CommitId other, SessionRecord.Edit edit) throws IOException;
}
