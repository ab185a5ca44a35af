/* SPDX-License-Identifier: Apache-2.0 */
/** Measures, by class {@code …Benchmark}; run as the README of this folder says. */
@NullMarked
package io.alfheim.benchmarks;

import org.jspecify.annotations.NullMarked;
