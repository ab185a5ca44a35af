/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.alfheim.store.sftp.internal;

import org.jspecify.annotations.NullMarked;
