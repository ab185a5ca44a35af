/* SPDX-License-Identifier: Apache-2.0 */
/** What the code of snippets calls. Visible to snippets only, and only by its full name. */
@NullMarked
package io.alfheim.console.internal.snippet;

import org.jspecify.annotations.NullMarked;
