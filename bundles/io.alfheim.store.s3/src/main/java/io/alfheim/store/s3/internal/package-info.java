/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.alfheim.store.s3.internal;

import org.jspecify.annotations.NullMarked;
