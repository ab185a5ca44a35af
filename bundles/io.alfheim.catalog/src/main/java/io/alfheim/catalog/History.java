/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;

/** How a catalog came to be what it is. Safe for threads; sees what other processes did. */
public interface History {

  /** All commits, the newest first. */
  List<Commit> log();

  /**
   * The commits that changed a subject, or a session, the newest first. Knows those too that are not
   * in the catalog any more.
   *
   * @param name of a subject, or of a session as {@link Catalog#session} takes it
   * @throws NoSuchSessionException if no commit ever touched such a thing
   */
  List<Commit> log(String name);

  /**
   * What differs between two commits. Both are named as for {@link Catalog#at}; {@code now} is the
   * newest.
   */
  Diff diff(String from, String to);

  /**
   * Copies all commits and tags to a bare Git repository; makes it if it is a folder of this computer
   * that is missing or empty.
   *
   * @param repository a folder, {@code ssh://user@host:port/path} or {@code user@host:path}
   * @throws CatalogException if it has commits that are not here: fetch first
   */
  void push(String repository);

  /**
   * Brings the commits and tags of another copy of the record here, and merges what it says session by
   * session. A conflict changes nothing here; the report has a table of it.
   *
   * <p>A tag of this record is never changed: where the other has another one of the same name, or a
   * name that reads as a time or a commit, that is left there, and the report says so. A tag that was
   * deleted here comes back if the other still has it.
   *
   * @param repository as for {@link #push}, or the home of another catalog
   */
  FetchReport fetch(String repository);

  /** As {@link #fetch(String)}; in a conflict one side is right. */
  FetchReport fetch(String repository, Side right);

  /** All tags, by name. */
  List<Tag> tags();

  /**
   * The tag of a name.
   *
   * @throws CatalogException if there is none
   */
  Tag tag(String name);

  /**
   * Makes a release: gives the commit where the catalog stands a name for ever.
   *
   * @param name letters, digits, {@code . - _ /}; no date, year or number of a commit
   * @param description what it is for
   * @throws CatalogException if there is such a tag already, or this cannot be a name
   */
  Tag release(String name, String description);
}
