/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Bytes that were fetched and are not those that were asked for.
 *
 * @param location where they came from
 * @param fault what is wrong with them
 * @param since when that was found
 * @param bytes where they are kept, until the cache needs room
 */
public record Quarantined(String location, String fault, Instant since, Path bytes) {}
