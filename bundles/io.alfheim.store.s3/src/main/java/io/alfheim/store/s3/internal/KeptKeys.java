/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Keys that are kept elsewhere, looked up anew for each request: where they expire, somebody renews
 * them there while the store is open.
 *
 * @param access the name of the key
 * @param kept where the name is kept, if it is not written out: keys that expire have a new one, too
 * @param secret the key itself
 * @param token of keys that expire
 * @param store whose keys they are
 */
record KeptKeys(
    String access, Optional<Secret> kept, Secret secret, Optional<Secret> token, String store)
    implements AwsCredentialsProvider {

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return reveal();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  AwsCredentials reveal() throws IOException {
    String name = kept.isPresent() ? text(kept.get()) : access;
    String key = text(secret);
    return token.isEmpty()
        ? AwsBasicCredentials.create(name, key)
        : AwsSessionCredentials.create(name, key, text(token.get()));
  }

  /** What has no place in the head of a request would be repeated by the error that says so. */
  private String text(Secret hidden) throws IOException {
    String text = hidden.reveal().strip();
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw new IOException("What '" + hidden + "' of store '" + store + "' stands for is "
          + (text.isEmpty() ? "empty" : "more than one line") + ". Keep one line there.");
    }
    return text;
  }

  /** What was typed is asked for again. */
  void forget() {
    kept.ifPresent(Secret::forget);
    secret.forget();
    token.ifPresent(Secret::forget);
  }
}
