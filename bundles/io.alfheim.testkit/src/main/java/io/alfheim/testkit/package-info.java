/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The contracts of the extension points, as tests to inherit.
 *
 * <p>The author of a store or a format writes one test class that extends the contract, tells it how
 * to make the thing under test, and gets the tests that all of its kind must pass: the happy half
 * and the unhappy one, with missing, existing, empty and large files, odd names, many threads, and
 * what was closed or cancelled.
 *
 * <p>For stores start with {@link io.alfheim.testkit.StoreContract}, or with {@link
 * io.alfheim.testkit.WritableStoreContract} if they can be written; for formats with {@link
 * io.alfheim.testkit.ReaderContract}, which is fed from {@link io.alfheim.testkit.MemorySource}.
 *
 * <p>Contracts need JUnit 5 and AssertJ and no OSGi framework. They are neither slow nor timed: a
 * contract that hangs has found an error.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
