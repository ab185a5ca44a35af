/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.alfheim.one.tables.internal;

import org.jspecify.annotations.NullMarked;
