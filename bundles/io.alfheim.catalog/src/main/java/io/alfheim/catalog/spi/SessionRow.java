/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.util.List;
import java.util.UUID;

/**
 * What the index knows of one session.
 *
 * @param key lab, subject, date and number
 * @param id the experiment id
 * @param protocol the task protocol, or empty
 * @param projects in the order given
 * @param datasets how many there are
 * @param bytes sum of their known sizes
 */
public record SessionRow(
    SessionKey key, UUID id, String protocol, List<String> projects, int datasets, long bytes) {}
