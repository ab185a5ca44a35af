/* SPDX-License-Identifier: Apache-2.0 */
/** The record over JGit, whose types stay in here. */
@NullMarked
package io.alfheim.record.git.internal;

import org.jspecify.annotations.NullMarked;
