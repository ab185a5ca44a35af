/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.time.Duration;
import java.util.List;

/**
 * Deletes what a section holds and nobody uses, in two steps with time between them. First {@link
 * #quarantine()} puts it aside, where it is still found by whoever asks for it; then, days later,
 * {@link #purge()} deletes what is still not used. Until then {@link #undo()} takes all back.
 *
 * <pre>{@code
 * Cleanup cleanup = blobs.cleanup("local").keeping(Kept.NOW_AND_TAGS);
 * cleanup.preview();     // what would be put aside; changes nothing
 * cleanup.quarantine();
 * cleanup.purge();       // a week later
 * }</pre>
 *
 * <p>Only objects are touched that are named as this section names them, below its own folder, and were
 * put since a home of Alfheim first used it; where objects were there before that, what was never
 * referred to from here is left alone as well. With {@link #withFiles} also files of the stage that were
 * referred to once. References to other sections count as well where their store may hold the same
 * folder. Nothing is put aside or
 * deleted when something could not be listed. Every step can be interrupted, and done again to go on
 * where it ended. Of those that change something one is done at a time; a second one, also of another
 * process, is refused. It takes the same memory for any number of objects.
 */
public interface Cleanup {

  /** Counts references of these commits as uses; of all there ever were, unless said otherwise. */
  Cleanup keeping(Kept kept);

  /**
   * How long what was put aside waits before it is deleted; a week, unless said otherwise. Who put the
   * same again just before has this time to hang it.
   */
  Cleanup grace(Duration time);

  /**
   * Leaves what nobody ever referred to for so long after it was put last: the reference may be on its
   * way. A day, unless said otherwise; of what was put again into a far store it may be an hour less.
   */
  Cleanup sparing(Duration age);

  /** Puts aside at most so many objects; the others wait for the next time. */
  Cleanup limit(long objects);

  /**
   * Files of the stage too, which lie outside the section's folder. Other homes may refer to them from
   * sections beside it, so each folder there must let itself be asked whether it is one.
   */
  Cleanup withFiles();

  /**
   * What other programs may have put and refer to, DataJoint for example, too: what was there before
   * a home first left its mark in the section, and, if there was any, also what came later and was
   * never referred to from here. It counts as foreign unless asked for. Taken back it is as old as it
   * was; where the store sets no times, as in buckets, it is new and told apart by that no more.
   */
  Cleanup withOlder();

  /** What would be put aside; changes nothing. */
  CleanupReport preview();

  /**
   * Puts aside what is not used. What is damaged stays, and is told among the errors: putting the same
   * again repairs it, or it is deleted by hand.
   *
   * @throws BlobException if something could not be listed, or another home uses the section; then
   *     nothing was put aside
   */
  CleanupReport quarantine();

  /**
   * Deletes what was put aside long enough ago and is still not used. What is used again goes back; of
   * a file whose place has another version by now, the version stays that is referred to. Who writes
   * to the record waits for it for a few seconds at most.
   *
   * @throws BlobException if something could not be listed, or another home uses the section; then
   *     nothing was deleted. Or if references change so often meanwhile that not all could be deleted
   */
  PurgeReport purge();

  /** Takes back all that was put aside. */
  PurgeReport undo();

  /** What went wrong with single objects, in this and earlier runs, and was not mended since. */
  List<Trouble> errors();

  /**
   * What went wrong with one object.
   *
   * @param path where it is in the store
   * @param message why
   */
  record Trouble(String path, String message) {}

  /**
   * How much.
   *
   * @param objects how many
   * @param bytes how large together
   */
  record Tally(long objects, long bytes) {
    /** Nothing. */
    public static final Tally NONE = new Tally(0, 0);

    /** With one more. */
    public Tally plus(long size) {
      return new Tally(objects + 1, bytes + size);
    }

    @Override
    public String toString() {
      return objects + " (" + bytes + (bytes == 1 ? " byte)" : " bytes)");
    }
  }
}
