/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks, and which server may know. The password is looked up anew for each request. */
final class Credentials {
  private final String user;
  private final Secret password;
  private final URI server;

  private Credentials(String user, Secret password, URI server) {
    this.user = user;
    this.password = password;
    this.server = server;
  }

  /** An error at once if the password is nowhere. */
  static Credentials of(String user, Secret password, URI server) throws IOException {
    Credentials credentials = new Credentials(user, password, server);
    var unused = credentials.header(server);
    return credentials;
  }

  /** The header for a request, if it goes to the server that they are for. */
  Optional<String> header(URI request) throws IOException {
    if (!Addresses.isSameServer(request, server)) {
      return Optional.empty();
    }
    byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** What was typed is asked for again. */
  void forget() {
    password.forget();
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
