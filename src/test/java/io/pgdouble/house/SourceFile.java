package io.pgdouble.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One Java file as the rules see it: its lines and its methods, parsed by the compiler itself.
 *
 * @param path where it lies below the project's root
 * @param lines its text
 * @param table whether a type of it says of itself that it is a table
 * @param methods every method and constructor with a body
 */
record SourceFile(Path path, List<String> lines, boolean table, List<Method> methods) {

  /**
   * @param name as written, with its type
   * @param lines from the signature to the closing brace
   * @param nesting the deepest stack of control statements
   * @param parameters how many
   * @param booleanParameters whether an accessible method takes a boolean
   * @param table whether its comment says it is a table
   */
  record Method(
      String name,
      int lines,
      int nesting,
      int parameters,
      boolean booleanParameters,
      boolean table) {}

  private static final String TABLE_MARK = "A table.";

  static List<SourceFile> below(Path... roots) {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      files.addAll(javaFiles(root));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  diagnostic -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      List<SourceFile> result = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        result.add(read(unit, trees));
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(CompilationUnitTree unit, DocTrees trees) throws IOException {
    Path path = Path.of(unit.getSourceFile().toUri());
    Reader reader = new Reader(unit, trees);
    reader.scan(unit, null);
    return new SourceFile(path, Files.readAllLines(path), reader.table, reader.methods);
  }

  private static final class Reader extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Method> methods = new ArrayList<>();
    private boolean table;

    Reader(CompilationUnitTree unit, DocTrees trees) {
      this.unit = unit;
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
      table |= saysTable();
      return super.visitClass(node, unused);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
      boolean canonicalRecord = isConstructorOfRecord(node);
      methods.add(
          new Method(
              enclosingName() + "." + node.getName(),
              lineCount(node),
              node.getBody() == null ? 0 : NestingScanner.deepest(node.getBody()),
              canonicalRecord ? 0 : node.getParameters().size(),
              !canonicalRecord && accessible(node) && takesBoolean(node),
              saysTable()));
      return super.visitMethod(node, unused);
    }

    private boolean saysTable() {
      String comment = trees.getDocComment(getCurrentPath());
      return comment != null && comment.replaceAll("\\s+", " ").contains(TABLE_MARK);
    }

    private boolean isConstructorOfRecord(MethodTree node) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return parent.getKind() == Tree.Kind.RECORD && node.getReturnType() == null;
    }

    private String enclosingName() {
      TreePath parent = getCurrentPath().getParentPath();
      return parent.getLeaf() instanceof ClassTree type ? type.getSimpleName().toString() : "?";
    }

    private int lineCount(MethodTree node) {
      long from = trees.getSourcePositions().getStartPosition(unit, node);
      if (node.getBody() != null) {
        // Annotations and the signature count; a Javadoc comment is not part of the tree.
        from = Math.max(from, 0);
      }
      long to = trees.getSourcePositions().getEndPosition(unit, node);
      if (from < 0 || to < 0) {
        return 0;
      }
      var map = unit.getLineMap();
      return (int) (map.getLineNumber(to) - map.getLineNumber(from) + 1);
    }

    private static boolean accessible(MethodTree node) {
      return !node.getModifiers().getFlags().contains(Modifier.PRIVATE)
          && node.getModifiers().getAnnotations().stream()
              .noneMatch(a -> a.getAnnotationType().toString().equals("Override"));
    }

    private static boolean takesBoolean(MethodTree node) {
      return node.getParameters().stream()
          .anyMatch(p -> "boolean".equals(String.valueOf(p.getType())));
    }
  }
}
