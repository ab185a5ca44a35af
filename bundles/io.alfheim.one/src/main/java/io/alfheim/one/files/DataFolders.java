/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfFiles;
import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfPart;
import io.alfheim.catalog.CatalogException;
import io.alfheim.one.files.internal.Beside;
import io.alfheim.one.files.internal.SessionWalk;
import io.alfheim.one.files.internal.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds sessions, files and revisions in folders on this machine. */
public final class DataFolders {
  private static final Set<AlfPart> MAY_VARY =
      EnumSet.of(AlfPart.NAMESPACE, AlfPart.TIMESCALE, AlfPart.EXTRA, AlfPart.EXTENSION);

  private DataFolders() {}

  /**
   * The files of a folder whose names are meant, sorted; what has no legal name is left out.
   *
   * @throws CatalogException if the folder cannot be read
   */
  public static List<AlfName> list(Path folder, NameFilter filter) {
    try {
      return AlfFiles.datasets(folder).stream()
          .map(file -> AlfName.parse(file.getFileName().toString()))
          .filter(filter)
          .toList();
    } catch (IOException e) {
      throw Trouble.of("Folder '" + folder + "' cannot be listed", e);
    }
  }

  /**
   * Whether a folder has the object that is meant with all of these attributes.
   *
   * @param attributes none for any
   */
  public static boolean exists(Path folder, NameFilter object, String... attributes) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    return attributes.length == 0
        ? !list(folder, object).isEmpty()
        : Stream.of(attributes)
            .noneMatch(attribute -> list(folder, object.attribute(attribute)).isEmpty());
  }

  /** The session folders at or below a root, sorted by path. What is inside them is not looked at. */
  public static List<Path> sessions(Path root) {
    return sessions(root, "*");
  }

  /**
   * The session folders whose path ends in a pattern: {@code KS014/2020-01-??/*}.
   *
   * @throws CatalogException if a folder on the way cannot be read
   */
  public static List<Path> sessions(Path root, String pattern) {
    try {
      return SessionWalk.find(root, pattern);
    } catch (IOException e) {
      throw Trouble.of("Sessions cannot be found in '" + root + "'", e);
    }
  }

  /** The paths of all datasets below a session folder, relative to it, sorted. */
  public static List<String> datasets(Path session) {
    try {
      return AlfFiles.datasetsBelow(session).stream()
          .map(file -> session.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Trouble.of("Session '" + session + "' cannot be listed", e);
    }
  }

  /**
   * For each file the others on disk that are the same dataset in another revision, sorted.
   *
   * @param files with legal names
   * @param ignored parts of the name that may differ too: namespace, timescale, extra, extension
   * @throws AlfException if a name is not legal
   */
  public static Map<Path, List<Path>> variants(Collection<Path> files, AlfPart... ignored) {
    List<AlfPart> fixed = new ArrayList<>(List.of(AlfPart.OBJECT, AlfPart.ATTRIBUTE));
    MAY_VARY.stream().filter(part -> !Arrays.asList(ignored).contains(part)).forEach(fixed::add);
    Stream.of(ignored).filter(part -> !MAY_VARY.contains(part)).forEach(part -> {
      throw new AlfException(
          "Variants of a file have the same " + part.label() + ".",
          "Ignore only these: namespace, timescale, extra, extension.");
    });
    Map<Path, List<Path>> variants = new LinkedHashMap<>();
    for (Path file : files) {
      variants.put(file, variants(file, fixed));
    }
    return variants;
  }

  private static List<Path> variants(Path file, List<AlfPart> fixed) {
    AlfName name = AlfName.parse(file.getFileName().toString());
    return revisionFolders(file).stream()
        .flatMap(folder -> list(folder, NameFilter.ANY).stream()
            .filter(
                other -> fixed.stream().allMatch(part -> other.part(part).equals(name.part(part))))
            .map(other -> folder.resolve(other.toString())))
        .filter(other -> !other.equals(file.toAbsolutePath()))
        .sorted()
        .toList();
  }

  /** The folder of the collection that a file is in, and the revisions in it. */
  private static List<Path> revisionFolders(Path file) {
    Path folder = Beside.folder(file);
    Path collection = isRevision(folder) ? Beside.folder(folder) : folder;
    try (Stream<Path> inside = Files.list(collection)) {
      List<Path> folders = new ArrayList<>(List.of(collection));
      inside.filter(path -> isRevision(path) && Files.isDirectory(path)).forEach(folders::add);
      return folders;
    } catch (IOException e) {
      throw Trouble.of("Folder '" + collection + "' cannot be listed", e);
    }
  }

  private static boolean isRevision(Path folder) {
    return folder.getFileName().toString().matches("#[^#]+#");
  }

  /**
   * The number of the next session in the folder of a day: one more than the greatest there, {@code
   * 001} where there is none.
   *
   * @throws CatalogException after {@code 999}
   */
  public static String nextNumber(Path day) {
    int last = 0;
    try (Stream<Path> inside = Files.list(day)) {
      last = inside
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("[0-9]{1,9}"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    } catch (NoSuchFileException first) {
      // There is no session on that day yet.
    } catch (IOException e) {
      throw Trouble.of("Folder '" + day + "' cannot be listed", e);
    }
    if (last >= 999) {
      throw new CatalogException(
          "There is a session " + last + " in '" + day + "', and numbers end at 999.",
          "Take another day.");
    }
    return String.format(Locale.ROOT, "%03d", last + 1);
  }

  /** Removes the folders below a root that hold no file at any depth, and tells which. */
  public static List<Path> removeEmpty(Path root) {
    List<Path> removed = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> deepestFirst =
          all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
      for (Path folder : deepestFirst) {
        if (!folder.equals(root) && remove(folder)) {
          removed.add(folder);
        }
      }
    } catch (IOException e) {
      throw Trouble.of("Empty folders in '" + root + "' cannot be removed", e);
    }
    return removed;
  }

  private static boolean remove(Path folder) throws IOException {
    try {
      return !Files.isSymbolicLink(folder) && Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
