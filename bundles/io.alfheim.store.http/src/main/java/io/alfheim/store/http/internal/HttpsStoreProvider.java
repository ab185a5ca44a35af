/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreProvider;
import org.osgi.service.component.annotations.Component;

/** The same through TLS: {@code https://host/path}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "https")
public final class HttpsStoreProvider extends HttpStoreProvider {}
