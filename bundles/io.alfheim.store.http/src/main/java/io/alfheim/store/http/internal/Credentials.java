/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks, and which server may know. */
final class Credentials {
  private final String user;
  private final String header;
  private final URI server;

  private Credentials(String user, String header, URI server) {
    this.user = user;
    this.header = header;
    this.server = server;
  }

  static Credentials of(String user, Secret password, URI server) throws IOException {
    byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return new Credentials(user, "Basic " + Base64.getEncoder().encodeToString(both), server);
  }

  /** The header for a request, if it goes to the server that they are for. */
  Optional<String> header(URI request) {
    boolean known = Addresses.server(request).equals(Addresses.server(server));
    return known ? Optional.of(header) : Optional.empty();
  }

  String user() {
    return user;
  }

  /** The user only. */
  @Override
  public String toString() {
    return user;
  }
}
