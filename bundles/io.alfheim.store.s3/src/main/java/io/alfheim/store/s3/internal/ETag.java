/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What a server calls the content of a file. */
final class ETag {
  private ETag() {}

  /** The MD5 of what was written at once; of parts, or with keys of one's own, it is something else. */
  static Optional<String> md5(HeadObjectResponse file) {
    boolean plain = file.sseCustomerAlgorithm() == null
        && (file.serverSideEncryption() == null
            || file.serverSideEncryption() == ServerSideEncryption.AES256);
    return Optional.ofNullable(file.eTag())
        .map(tag -> tag.replace("\"", "").toLowerCase(Locale.ROOT))
        .filter(tag -> plain && tag.matches("[0-9a-f]{32}"));
  }
}
