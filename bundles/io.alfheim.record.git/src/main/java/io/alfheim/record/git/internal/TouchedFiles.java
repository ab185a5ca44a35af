/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Tells the commits that change some files from the others. Git's own walk follows a merge only to the
 * parent that it took everything from, and passes by what was decided against; this one is asked about
 * each commit. Trees are looked into once, though every commit is compared with all of its parents.
 */
final class TouchedFiles {
  /** A tree, so many folders below the root. */
  private record Place(ObjectId tree, int depth) {}

  private final ObjectReader reader;
  private final SessionsFilter filter;
  private final Map<Place, String> known = new HashMap<>();

  TouchedFiles(ObjectReader reader, SessionsFilter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  /** Whether the files differ from those of every parent. */
  boolean differ(RevWalk walk, RevCommit commit) throws IOException {
    if (filter.depth() == 0) {
      return true;
    }
    String is = below(commit.getTree(), 0);
    for (RevCommit parent : commit.getParents()) {
      walk.parseHeaders(parent);
      if (below(parent.getTree(), 0).equals(is)) {
        return false;
      }
    }
    return commit.getParentCount() > 0 || !is.isEmpty();
  }

  /** The names and ids of all that is meant; equal where all of it is equal. */
  private String below(ObjectId tree, int depth) throws IOException {
    Place place = new Place(tree.copy(), depth);
    String text = known.get(place);
    if (text == null) {
      text = read(tree, depth);
      known.put(place, text);
    }
    return text;
  }

  private String read(ObjectId tree, int depth) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] wanted = filter.name(depth).getBytes(UTF_8);
    boolean last = depth + 1 == filter.depth();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    for (; !parser.eof(); parser.next()) {
      boolean folder = parser.getEntryFileMode().equals(FileMode.TREE);
      if ((last || folder) && (wanted.length == 0 || isCalled(parser, wanted))) {
        ObjectId id = parser.getEntryObjectId();
        String found = last ? id.name() : below(id, depth + 1);
        if (!found.isEmpty()) {
          text.append(parser.getEntryPathString()).append('/').append(found).append(' ');
        }
      }
    }
    return text.toString();
  }

  /** Compares bytes: most names are others. */
  private static boolean isCalled(CanonicalTreeParser parser, byte[] name) {
    return Arrays.equals(
        parser.getEntryPathBuffer(), 0, parser.getEntryPathLength(), name, 0, name.length);
  }
}
