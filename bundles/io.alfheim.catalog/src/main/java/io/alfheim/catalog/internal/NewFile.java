/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.store.WritableStore;

/**
 * A dataset that is to be written.
 *
 * @param path below its session
 * @param bytes its content
 */
record NewFile(DatasetPath path, WritableStore.Bytes bytes) {}
