/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.Secret;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The options of a configuration as a client. */
final class Connection {
  static final Set<String> OPTIONS = Set.of(
      "endpoint",
      "region",
      "pathStyle",
      "anonymous",
      "accessKey",
      "secretKey",
      "sessionToken",
      "profile",
      "checksums",
      "timeout",
      "retries");

  private final StoreConfig config;
  private final StoreOptions options;

  Connection(StoreConfig config) {
    this.config = config;
    this.options = new StoreOptions(config);
  }

  S3Server open() throws IOException {
    Optional<URI> endpoint = endpoint();
    Duration timeout = options.seconds("timeout", 30);
    int retries = options.number("retries", 2, 0, 10);
    boolean checked = options.flag("checksums", true);
    AwsCredentialsProvider keys = credentials();
    S3ClientBuilder client = S3Client.builder()
        .httpClient(UrlConnectionHttpClient.builder()
            .connectionTimeout(timeout)
            .socketTimeout(timeout)
            .build())
        .credentialsProvider(keys)
        .region(region())
        .crossRegionAccessEnabled(endpoint.isEmpty())
        .forcePathStyle(options.flag("pathStyle", endpoint.isPresent()))
        // What is sent is in memory: it is signed whole. Not all servers read an empty body in
        // chunks.
        .serviceConfiguration(sent -> sent.chunkedEncodingEnabled(false))
        .requestChecksumCalculation(
            checked
                ? RequestChecksumCalculation.WHEN_SUPPORTED
                : RequestChecksumCalculation.WHEN_REQUIRED)
        .overrideConfiguration(
            calls -> calls.retryStrategy(strategy -> strategy.maxAttempts(retries + 1)));
    endpoint.ifPresent(client::endpointOverride);
    String shown = endpoint.map(URI::toString).orElse("https://s3.amazonaws.com");
    Runnable renew = keys instanceof KeptKeys kept ? kept::forget : () -> {};
    return new S3Server(client.build(), shown, account(), renew);
  }

  private Optional<URI> endpoint() throws IOException {
    Optional<String> text = options.text("endpoint");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text.get());
      if (uri.getHost() != null && uri.getUserInfo() == null && uri.getRawQuery() == null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // The same as one without a host.
    }
    throw new IOException("Option 'endpoint' of store '" + config.name()
        + "' is not the address of a server. Write https://host:port, without user and password.");
  }

  private Region region() {
    Optional<String> named = options.text("region");
    if (named.isPresent()) {
      return Region.of(named.get());
    }
    try {
      return options.text("endpoint").isPresent()
          ? Region.US_EAST_1
          : new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException unknown) {
      return Region.US_EAST_1;
    }
  }

  /** What decides as whom one asks; keys that AWS finds by itself are the same for all stores. */
  private String account() {
    return Stream.of("anonymous", "accessKey", "secretKey", "sessionToken", "profile")
        .map(name -> options.text(name).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private AwsCredentialsProvider credentials() throws IOException {
    Optional<String> access = options.text("accessKey");
    Optional<Secret> secret = options.secret("secretKey");
    Optional<Secret> token = options.secret("sessionToken");
    if (access.isPresent() != secret.isPresent()) {
      throw new IOException("Store '" + config.name() + "' has one of accessKey and secretKey."
          + " Give both, or none to look for them as AWS does.");
    }
    boolean anonymous = options.flag("anonymous", false);
    boolean profiled = options.text("profile").isPresent();
    if (Stream.of(anonymous, access.isPresent(), profiled)
            .filter(given -> given)
            .count()
        > 1) {
      throw new IOException("Store '" + config.name() + "' has more than one of accessKey, profile"
          + " and anonymous = true. Leave out all but one.");
    } else if (token.isPresent() && access.isEmpty()) {
      throw new IOException("Store '" + config.name() + "' has a sessionToken but no accessKey."
          + " Give all of accessKey, secretKey and sessionToken, or none.");
    } else if (anonymous) {
      return AnonymousCredentialsProvider.create();
    } else if (access.isPresent()) {
      Optional<Secret> kept =
          Secret.find(access.get()).isPresent() ? options.secret("accessKey") : Optional.empty();
      KeptKeys keys = new KeptKeys(access.get(), kept, secret.orElseThrow(), token, config.name());
      // What is kept nowhere is an error of the configuration, before anybody is asked.
      var unused = keys.reveal();
      return keys;
    }
    Optional<String> profile = options.text("profile");
    return profile.isPresent()
        ? ProfileCredentialsProvider.create(profile.get())
        : DefaultCredentialsProvider.builder().build();
  }
}
