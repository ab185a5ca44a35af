/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.util.Set;

/**
 * What a server does not do however often it is asked, and what to do then.
 *
 * @param status the status of the answer
 * @param code what S3 calls it; empty where the answer has no body, as that to HEAD
 */
record Refusal(int status, String code) {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "InvalidToken", "TokenRefreshRequired");
  private static final Set<String> WRONG_KEYS =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch");
  private static final Set<String> ELSEWHERE =
      Set.of("AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect");

  /** Whether it is about who asks. AWS says of keys that expired that the request is a bad one. */
  boolean isDenial() {
    return status == 401 || status == 403 || EXPIRED.contains(code);
  }

  /** Whether other keys may help. */
  boolean isOfKeys() {
    return EXPIRED.contains(code) || WRONG_KEYS.contains(code) || (status == 400 && isUnsaid());
  }

  private boolean isUnsaid() {
    return code.isEmpty();
  }

  String why() {
    return isUnsaid() ? "status " + status : isDenial() ? code : "status " + status + ", " + code;
  }

  /** The next step, as sentences. */
  String next() {
    if (EXPIRED.contains(code)) {
      return "The keys have expired: renew what the options accessKey, secretKey and sessionToken"
          + " stand for, or the profile.";
    } else if (code.equals("RequestTimeTooSkewed")) {
      return "The clock of this computer is not that of the server. Set it, and try again.";
    } else if (isDenial()) {
      return "Check the options accessKey and secretKey, and what they allow.";
    } else if (ELSEWHERE.contains(code) || status == 301 || status == 307) {
      return "The bucket is elsewhere. Correct the options region and endpoint.";
    } else if (code.equals("KeyTooLongError")) {
      return "Its keys have 1,024 bytes at most. Take a shorter name.";
    } else if (code.equals("InvalidBucketName")) {
      return "Correct the root of the store.";
    } else if (status == 416) {
      return "The file is shorter than it was. Read it again.";
    } else if (status == 412) {
      return "The file has changed while it was read. Read it again.";
    } else if (status == 400 && isUnsaid()) {
      return "The keys may have expired, or the option region be wrong: check them.";
    }
    return status / 100 == 5 || status == 408 || status == 429
        ? "Try again later."
        : "Check the options of the store.";
  }
}
