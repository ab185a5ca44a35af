/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import io.alfheim.console.internal.snippet.Interruption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts {@link Interruption#check()} at the start of each method and before each jump back. */
final class InterruptionWeaver implements UnaryOperator<byte[]> {
  private static final int API = Opcodes.ASM9;
  private static final String CHECKS = Type.getInternalName(Interruption.class);

  @Override
  public byte[] apply(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Classes(writer), 0);
    return writer.toByteArray();
  }

  private static final class Classes extends ClassVisitor {
    Classes(ClassVisitor next) {
      super(API, next);
    }

    /** JShell's wrappers are package-private; later generations of the loader must reach them. */
    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String parent,
        String[] interfaces) {
      super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return name.equals("<clinit>") ? next : new Methods(next, name.equals("<init>"));
    }
  }

  private static final class Methods extends MethodVisitor {
    private final boolean constructor;
    private final Set<Label> passed = new HashSet<>();

    Methods(MethodVisitor next, boolean constructor) {
      super(API, next);
      this.constructor = constructor;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (!constructor) {
        check();
      }
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (passed.contains(target)) {
        check();
      }
      super.visitJumpInsn(opcode, target);
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, "check", "()V", false);
    }
  }
}
