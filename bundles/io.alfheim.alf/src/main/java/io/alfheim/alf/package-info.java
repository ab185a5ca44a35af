/* SPDX-License-Identifier: Apache-2.0 */
/** ALF names as values. */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.alf;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
