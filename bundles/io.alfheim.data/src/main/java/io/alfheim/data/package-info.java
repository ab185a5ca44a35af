/* SPDX-License-Identifier: Apache-2.0 */
/** Data. */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
