/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A class file inside a bundle, as the compiler wants to see it: without annotations of types. Since
 * Java 22 the compiler reads them, JShell writes them into the type of a variable, and there they are
 * neither where the language wants them nor, most often, of a class that a bundle exports.
 */
final class BundleClass extends SimpleJavaFileObject {
  /** The end of the names of two attributes; one by another name is passed over. */
  private static final String ANNOTATIONS = "isibleTypeAnnotations";

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
    try (InputStream in = url.openStream()) {
      byte[] bytes = in.readAllBytes();
      String text = new String(bytes, ISO_8859_1);
      for (int at = text.indexOf(ANNOTATIONS); at >= 0; at = text.indexOf(ANNOTATIONS, at + 1)) {
        bytes[at] = '-';
      }
      return new ByteArrayInputStream(bytes);
    }
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.CLASS
        && (binaryName.equals(simpleName) || binaryName.endsWith('.' + simpleName));
  }
}
