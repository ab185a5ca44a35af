/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long files and methods may be. */
class SizeTest {
  private static final int FILE = 400;
  private static final int METHOD = 50;

  @Test
  void noMainFileIsLong() {
    assertThat(Workspace.mainSources())
        .as("At most %s lines in a file: split it by idea", FILE)
        .allSatisfy(file -> assertThat(Workspace.read(file).lines().count())
            .as(Workspace.shown(file))
            .isLessThanOrEqualTo(FILE));
  }

  @Test
  void noMethodIsLong() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(
          null,
          files,
          null,
          List.of("-proc:none"),
          null,
          files.getJavaFileObjectsFromPaths(Workspace.mainSources()));
      LongMethods scanner = new LongMethods(Trees.instance(task).getSourcePositions());
      task.parse().forEach(unit -> scanner.scan(unit, unit));
      assertThat(scanner.methods).as("Methods read").isPositive();
      assertThat(scanner.found)
          .as("At most %s lines in a method: give its steps names", METHOD)
          .isEmpty();
    }
  }

  private static final class LongMethods extends TreeScanner<@Nullable Void, CompilationUnitTree> {
    private final SourcePositions positions;
    private final List<String> found = new ArrayList<>();
    private int methods;

    LongMethods(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      methods++;
      if (last - first >= METHOD) {
        found.add("%s:%d %s has %d lines"
            .formatted(unit.getSourceFile().getName(), first, method.getName(), last - first + 1));
      }
      return super.visitMethod(method, unit);
    }
  }
}
