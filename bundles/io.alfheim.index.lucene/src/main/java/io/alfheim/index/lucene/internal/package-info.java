/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One Lucene document per session. What a session can be found by is written as terms ({@link
 * io.alfheim.index.lucene.internal.SessionDocument}), what is shown of it as one binary value ({@link
 * io.alfheim.index.lucene.internal.RowBytes}); nothing else is stored. A question becomes a set of
 * bits, one per session ({@link io.alfheim.index.lucene.internal.Matching}).
 */
@NullMarked
package io.alfheim.index.lucene.internal;

import org.jspecify.annotations.NullMarked;
