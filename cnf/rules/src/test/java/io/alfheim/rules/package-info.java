/* SPDX-License-Identifier: Apache-2.0 */
/** What holds for all bundles, each rule with a message that says what to do. */
@NullMarked
package io.alfheim.rules;

import org.jspecify.annotations.NullMarked;
