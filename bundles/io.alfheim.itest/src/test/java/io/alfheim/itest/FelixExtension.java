/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static java.util.Objects.requireNonNull;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.nat.internal.NativeTestContainer;
import org.ops4j.pax.exam.spi.DefaultExamSystem;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Lets Pax Exam start the framework and install the test class in a bundle of its own, and calls
 * each method on that bundle's copy of the class instead of on JUnit's.
 */
final class FelixExtension
    implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor, ParameterResolver {
  private static final String PROBE = "io.alfheim.itest.probe";

  private @Nullable NativeTestContainer container;
  private @Nullable Bundle probe;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    ExamSystem system = DefaultExamSystem.create(
        new Option[] {cleanCaches(true), sharedPackages(), quietWatcher(), shippedBundles()});
    NativeTestContainer started = (NativeTestContainer) PaxExamRuntime.createContainer(system);
    container = started;
    started.start();
    TestProbeBuilder builder = system.createProbe();
    builder.addTest(test.getRequiredTestClass());
    builder.setHeader("Bundle-SymbolicName", PROBE);
    builder.setHeader("PaxExam-Executable", "");
    long id = started.installProbe(builder.build().getStream());
    probe = started.getSystemBundle().getBundleContext().getBundle(id);
  }

  /** One copy on both sides, so that a failure inside is a failure outside. */
  private static Option sharedPackages() {
    return systemPackages(
        "org.assertj.core.api;version=\"3.0.0\"",
        "org.opentest4j;version=\"1.0.0\"",
        "javax.inject;version=\"1.0.0\"",
        // Without it Pax Exam's bundles look for it ten seconds long; theirs is the 1.7 API.
        "org.slf4j;version=\"1.7.36\"",
        "org.slf4j.spi;version=\"1.7.36\"");
  }

  /** Otherwise it would watch a folder beside the POM. */
  private static Option quietWatcher() throws IOException {
    String folder = Dist.newFolder("plugins").toString();
    return composite(
        frameworkProperty("felix.fileinstall.dir").value(folder),
        frameworkProperty("felix.fileinstall.tmpdir").value(folder),
        frameworkProperty("alfheim.home").value(Dist.newFolder("home").toString()));
  }

  private static Option shippedBundles() throws IOException {
    return composite(Dist.bundles().stream()
        .map(jar -> bundle("reference:" + jar.toUri()))
        .toArray(Option[]::new));
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> outside,
      ExtensionContext test)
      throws Throwable {
    invocation.skip();
    Bundle inside = requireNonNull(probe);
    Class<?> type = inside.loadClass(test.getRequiredTestClass().getName());
    Constructor<?> constructor = type.getDeclaredConstructor(BundleContext.class);
    constructor.setAccessible(true);
    Method method = type.getDeclaredMethod(outside.getExecutable().getName());
    method.setAccessible(true);
    try {
      method.invoke(constructor.newInstance(inside.getBundleContext()));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == BundleContext.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return requireNonNull(container).getSystemBundle().getBundleContext();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (container != null) {
      container.stop();
    }
  }
}
