/* SPDX-License-Identifier: Apache-2.0 */
/** One number per line. Nothing is exported: the service is all that others need. */
@NullMarked
package org.example.format.lines;

import org.jspecify.annotations.NullMarked;
