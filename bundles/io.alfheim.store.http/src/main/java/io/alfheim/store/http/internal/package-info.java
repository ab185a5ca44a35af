/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.alfheim.store.http.internal;

import org.jspecify.annotations.NullMarked;
