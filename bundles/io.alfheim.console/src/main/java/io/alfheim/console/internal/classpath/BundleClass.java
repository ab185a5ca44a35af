/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A class file inside a bundle, as the compiler wants to see it. */
final class BundleClass extends SimpleJavaFileObject {
  private final URL url;
  private final String binaryName;

  BundleClass(URL url, String resource) {
    super(URI.create(url.toString()), JavaFileObject.Kind.CLASS);
    this.url = url;
    this.binaryName =
        resource.substring(0, resource.length() - Kind.CLASS.extension.length()).replace('/', '.');
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return url.openStream();
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.CLASS
        && (binaryName.equals(simpleName) || binaryName.endsWith('.' + simpleName));
  }
}
