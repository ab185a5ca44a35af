/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a section is.
 *
 * @param name its name: a letter, then letters, digits, {@code _} and {@code -}
 * @param store the name of its store
 * @param location a folder of the store, or empty for its root
 * @param folder below it, what is named by content; DataJoint calls it the schema. Nobody else writes
 *     there
 * @param subfolding how many digits of a hash name each folder on the way to it; of 32 in all
 * @param stage the local folder, by an absolute path, whose files can be stored under their own paths
 * @param checksum which of these files are checked by content
 * @param compression what is done to values before they are put
 */
public record SectionConfig(
    String name,
    String store,
    String location,
    String folder,
    List<Integer> subfolding,
    Optional<Path> stage,
    ChecksumLimit checksum,
    Compression compression) {
  /** Two folders on the way, of two digits each. */
  public static final List<Integer> TWO_BY_TWO = List.of(2, 2);

  private static final int DIGITS = 32;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][-A-Za-z0-9_]*");
  /** On every disk, where nobody but the system may look. */
  private static final Set<String> OF_SYSTEMS =
      Set.of("lost+found", "System Volume Information", "$RECYCLE.BIN");

  private static final Pattern FOLDER = Pattern.compile("[^\\x00-\\x1f/\\\\]{1,100}");

  /**
   * Checks the names and copies the list.
   *
   * @throws BlobException if a name cannot be one
   */
  public SectionConfig {
    subfolding = List.copyOf(subfolding);
    if (!NAME.matcher(name).matches()) {
      throw new BlobException(
          "'" + name + "' cannot be the name of a section.",
          "Begin with a letter; go on with letters, digits, '_' and '-'.");
    }
    if (!isFolder(folder)) {
      throw new BlobException(
          "'" + folder + "' cannot be the folder of section '" + name + "'.",
          "Take a name without '/' that does not begin with a dot and is not one of the system's.");
    }
    requireSubfolding(name, subfolding);
    stage.filter(path -> !path.isAbsolute()).ifPresent(path -> {
      throw wrongStage(name, path.toString());
    });
  }

  /** Whether a name can be that of the folder of a section. */
  public static boolean isFolder(String name) {
    return FOLDER.matcher(name).matches() && !name.startsWith(".") && !OF_SYSTEMS.contains(name);
  }

  private static void requireSubfolding(String name, List<Integer> subfolding) {
    long all = subfolding.stream().mapToLong(Integer::longValue).sum();
    if (all > DIGITS || subfolding.stream().anyMatch(digits -> digits < 1)) {
      throw new BlobException(
          "Section '" + name + "' cannot have the subfolding " + subfolding + ".",
          "Give numbers of digits, for example 2, 2. A hash has " + DIGITS + " of them.");
    }
  }

  private static BlobException wrongStage(String name, String stage) {
    return new BlobException(
        "Section '" + name + "' cannot have the stage '" + stage + "'.",
        "Give the absolute path of a local folder.");
  }

  /** A section at the root of a store, in a folder of its own name, with all defaults. */
  public static SectionConfig of(String name, String store) {
    return new SectionConfig(
        name,
        store,
        "",
        name,
        TWO_BY_TWO,
        Optional.empty(),
        ChecksumLimit.ALWAYS,
        Compression.ZLIB);
  }

  /** In another place of the store. */
  public SectionConfig at(String newLocation, String newFolder) {
    return new SectionConfig(
        name, store, newLocation, newFolder, subfolding, stage, checksum, compression);
  }

  /** With other folders on the way; none for no folder. */
  public SectionConfig folding(Integer... digits) {
    return new SectionConfig(
        name, store, location, folder, List.of(digits), stage, checksum, compression);
  }

  /** With a stage. */
  public SectionConfig staged(Path newStage, ChecksumLimit limit) {
    return new SectionConfig(
        name, store, location, folder, subfolding, Optional.of(newStage), limit, compression);
  }

  /** With values that are put as they are: in less time, into more room. */
  public SectionConfig uncompressed() {
    return new SectionConfig(
        name, store, location, folder, subfolding, stage, checksum, Compression.NONE);
  }
}
