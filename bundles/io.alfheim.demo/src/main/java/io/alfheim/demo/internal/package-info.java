/* SPDX-License-Identifier: Apache-2.0 */
/** The mice, what they do and what is recorded of it. */
@NullMarked
package io.alfheim.demo.internal;

import org.jspecify.annotations.NullMarked;
