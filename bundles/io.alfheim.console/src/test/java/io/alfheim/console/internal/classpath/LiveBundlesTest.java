/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.RunningFramework;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Piece;
import io.alfheim.console.internal.engine.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles that come, change and go while a session runs. */
class LiveBundlesTest {
  private static final String CLASS = "org/lab/Thing";

  @TempDir
  Path folder;

  private RunningFramework framework;
  private ExportedPackages packages;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    framework = RunningFramework.in(folder);
    packages = new ExportedPackages(framework.context());
    session = new Session(packages, List::of);
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    packages.close();
    framework.close();
  }

  private Outcome eval(String source) {
    session.followBundles();
    return session.eval(new Piece(source, null, 1)).get(0);
  }

  private @Nullable Object value(String source) {
    Outcome outcome = eval(source);
    assertThat(outcome).isInstanceOf(Outcome.Value.class);
    return ((Outcome.Value) outcome).value();
  }

  private Bundle install(String word) throws BundleException, IOException {
    Bundle bundle = framework.context().installBundle("thing", new ByteArrayInputStream(jar(word)));
    bundle.start();
    return bundle;
  }

  /**
   * A bundle with one exported class, whose method {@code word()} gives the word, and {@code words()}
   * a list whose type has an annotation that is in no bundle.
   */
  private byte[] jar(String word) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src"));
    Path source = sources.resolve("Thing.java");
    Files.writeString(
        source,
        "package org.lab; public class Thing { public String word() { return \"" + word
            + "\"; } public java.util.List<@org.maybe.Maybe String> words() {"
            + " return java.util.List.of(word()); } }");
    Path annotation = sources.resolve("Maybe.java");
    Files.writeString(
        annotation,
        "package org.maybe; import java.lang.annotation.*; @Target(ElementType.TYPE_USE)"
            + " @Retention(RetentionPolicy.RUNTIME) public @interface Maybe {}");
    Path classes = folder.resolve("classes");
    int code = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "--release",
            "17",
            "-d",
            classes.toString(),
            source.toString(),
            annotation.toString());
    assertThat(code).isZero();
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.lab");
    headers.putValue("Export-Package", "org.lab");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry(CLASS + ".class"));
      jar.write(Files.readAllBytes(classes.resolve(CLASS + ".class")));
    }
    return bytes.toByteArray();
  }

  private void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    FrameworkWiring wiring = framework.context().getBundle(0).adapt(FrameworkWiring.class);
    wiring.refreshBundles(List.of(bundle), event -> done.countDown());
    done.await();
  }

  @Test
  void aNewBundleCanBeUsedAtOnce() throws Exception {
    assertThat(eval("new org.lab.Thing().word()")).isInstanceOf(Outcome.Rejected.class);
    install("one");
    assertThat(value("new org.lab.Thing().word()")).isEqualTo("one");
  }

  @Test
  void annotationsOfTypesAreOfNoImportance() throws Exception {
    install("one");
    assertThat(value("new org.lab.Thing().words()")).isEqualTo(List.of("one"));
    eval("var words = new org.lab.Thing().words();");
    assertThat(value("words.get(0)")).isEqualTo("one");
  }

  @Test
  void itsClassesAreTheBundlesOwn() throws Exception {
    Bundle bundle = install("one");
    assertThat(value("new org.lab.Thing().getClass()")).isSameAs(bundle.loadClass("org.lab.Thing"));
  }

  @Test
  void anUpdatedBundleIsSeenAndOlderSnippetsStay() throws Exception {
    Bundle bundle = install("one");
    eval("int kept = 5;");
    eval("String ask() { return new org.lab.Thing().word(); }");
    assertThat(value("ask()")).isEqualTo("one");
    bundle.update(new ByteArrayInputStream(jar("two")));
    refresh(bundle);
    assertThat(value("new org.lab.Thing().word()")).isEqualTo("two");
    assertThat(value("kept")).isEqualTo(5);
  }

  @Test
  void aBundleThatIsGoneIsNotFound() throws Exception {
    Bundle bundle = install("one");
    assertThat(value("new org.lab.Thing().word()")).isEqualTo("one");
    bundle.uninstall();
    refresh(bundle);
    assertThat(eval("new org.lab.Thing().word()")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void theIndexHoldsTheNamesOfExportedClasses() throws Exception {
    install("one");
    try (CompletionIndex index = new CompletionIndex(packages, folder.resolve("index"))) {
      assertThat(index.folders())
          .singleElement()
          .satisfies(each -> assertThat(each.resolve(CLASS + ".class")).isEmptyFile());
    }
  }

  @Test
  void aClosedIndexMakesNothingMore() throws Exception {
    install("one");
    CompletionIndex index = new CompletionIndex(packages, folder.resolve("index"));
    index.close();
    assertThat(index.folders()).allSatisfy(each -> assertThat(each).doesNotExist());
  }
}
