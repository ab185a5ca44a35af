/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** S3Proxy's files in memory, without those half written that it lists for an instant and S3 does not. */
final class WholeFiles extends ForwardingBlobStore {
  private static final String HALF_WRITTEN = ".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  WholeFiles(BlobStore files) {
    super(files);
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response all = super.list(request);
    return all.toBuilder()
        .contents(all.contents().stream()
            .filter(object -> !object.key().matches(HALF_WRITTEN))
            .toList())
        .build();
  }
}
