/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The buckets of a server: one near, one far away, and one with more keys than anybody wants to write. */
final class LabBuckets extends ForwardingBlobStore {
  static final String NEAR = "near";

  /** Each answer about an object takes its time. */
  static final String FAR = "far";

  static final long FAR_MILLIS = 20;

  /** Its keys are made up when they are listed. */
  static final String MANY = "many";

  static final int KEYS = 100_000;
  private static final String KEY = "lab/Subjects/KS014/2020-01-01/001/alf/spikes.times%06d.npy";
  private static final int DIGITS_END = KEY.indexOf('%') + 6;

  LabBuckets(BlobStore files) {
    super(files);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    travel(request.bucket());
    return super.getBlob(request);
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    travel(request.bucket());
    return super.blobMetadata(request);
  }

  private static void travel(String bucket) {
    if (bucket.equals(FAR)) {
      try {
        Thread.sleep(FAR_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    return request.bucket().equals(MANY) ? page(request) : super.list(request);
  }

  private static ListObjectsV2Response page(ListObjectsV2Request request) {
    String after = request.continuationToken();
    int first =
        after == null ? 0 : Integer.parseInt(after.substring(DIGITS_END - 6, DIGITS_END)) + 1;
    int end = Math.min(KEYS, first + request.maxKeys());
    List<S3Object> objects =
        IntStream.range(first, end).mapToObj(LabBuckets::object).toList();
    return ListObjectsV2Response.builder()
        .name(request.bucket())
        .prefix(request.prefix())
        .maxKeys(request.maxKeys())
        .keyCount(objects.size())
        .contents(objects)
        .isTruncated(end < KEYS)
        .nextContinuationToken(end < KEYS ? objects.get(objects.size() - 1).key() : null)
        .build();
  }

  private static S3Object object(int number) {
    return S3Object.builder()
        .key(KEY.formatted(number))
        .size(100L + number)
        .lastModified(Instant.EPOCH.plusSeconds(number))
        .eTag("\"d41d8cd98f00b204e9800998ecf8427e\"")
        .build();
  }
}
