/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.console.internal.snippet.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

class InterruptionWeaverTest {

  /** What a snippet may contain; woven under the same name by a loader of its own. */
  static class Snippet {
    public static int sum(int n) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += i;
      }
      return sum;
    }

    public static void forever() {
      while (true) {
        try {
          sum(3);
        } catch (RuntimeException e) {
          // goes on
        }
      }
    }
  }

  private static byte[] wovenCode() throws IOException {
    try (InputStream in =
        Snippet.class.getResourceAsStream("InterruptionWeaverTest$Snippet.class")) {
      return new InterruptionWeaver().apply(in.readAllBytes());
    }
  }

  private static Class<?> woven() throws IOException {
    byte[] code = wovenCode();
    return new ClassLoader(Snippet.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(Snippet.class.getName(), code, 0, code.length);
      }
    }.define();
  }

  @Test
  void wovenCodeDoesWhatItDid() throws Exception {
    assertThat(woven().getMethod("sum", int.class).invoke(null, 5)).isEqualTo(10);
  }

  @Test
  void wovenClassesArePublic() throws Exception {
    int access = new ClassReader(wovenCode()).getAccess();
    assertThat(access & Opcodes.ACC_PUBLIC).isNotZero();
  }

  @Test
  void anEndlessLoopEndsWhenAsked() throws Exception {
    Class<?> woven = woven();
    Interruption.request(Thread.currentThread());
    try {
      assertThatThrownBy(() -> woven.getMethod("forever").invoke(null))
          .isInstanceOf(InvocationTargetException.class)
          .hasCauseInstanceOf(Interruption.Stopped.class);
    } finally {
      Interruption.forget(Thread.currentThread());
    }
    assertThat(woven.getMethod("sum", int.class).invoke(null, 2)).isEqualTo(1);
  }
}
