/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.time.Instant;

/**
 * A name for a commit.
 *
 * @param name the name
 * @param commit what it stands for
 * @param time when it was given
 * @param author who gave it
 * @param description what for, or empty
 */
public record TagEntry(
    String name, CommitId commit, Instant time, String author, String description) {}
