/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

/**
 * How much is in a cache.
 *
 * @param files number of contents, those that are still coming included
 * @param bytes the sum of their sizes
 */
public record CacheSize(long files, long bytes) {}
