/* SPDX-License-Identifier: Apache-2.0 */
/** The bundles together, in a framework and in a console. */
@NullMarked
package io.alfheim.itest;

import org.jspecify.annotations.NullMarked;
