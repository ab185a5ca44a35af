/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.alfheim.one.internal;

import org.jspecify.annotations.NullMarked;
