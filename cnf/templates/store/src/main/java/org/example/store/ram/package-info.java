/* SPDX-License-Identifier: Apache-2.0 */
/** A store in memory. Nothing is exported: the service is all that others need. */
@NullMarked
package org.example.store.ram;

import org.jspecify.annotations.NullMarked;
