package io.pgdouble.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;

/** Measures how deep control statements stand in each other; an {@code else if} adds no depth. */
final class NestingScanner extends TreeScanner<Void, Integer> {
  private int deepest;

  private NestingScanner() {}

  static int deepest(BlockTree body) {
    NestingScanner scanner = new NestingScanner();
    scanner.scan(body, 0);
    return scanner.deepest;
  }

  private int enter(int depth) {
    deepest = Math.max(deepest, depth + 1);
    return depth + 1;
  }

  @Override
  public Void visitIf(IfTree node, Integer depth) {
    int inside = enter(depth);
    scan(node.getCondition(), depth);
    scan(node.getThenStatement(), inside);
    Tree otherwise = node.getElseStatement();
    return scan(otherwise, otherwise instanceof IfTree ? depth : Integer.valueOf(inside));
  }

  @Override
  public Void visitForLoop(ForLoopTree node, Integer depth) {
    return super.visitForLoop(node, enter(depth));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree node, Integer depth) {
    return super.visitEnhancedForLoop(node, enter(depth));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree node, Integer depth) {
    return super.visitWhileLoop(node, enter(depth));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree node, Integer depth) {
    return super.visitDoWhileLoop(node, enter(depth));
  }

  @Override
  public Void visitSwitch(SwitchTree node, Integer depth) {
    return super.visitSwitch(node, enter(depth));
  }

  /** A try that only closes what it opened decides nothing, so it adds no depth. */
  @Override
  public Void visitTry(TryTree node, Integer depth) {
    boolean closesOnly = node.getCatches().isEmpty() && node.getFinallyBlock() == null;
    return super.visitTry(node, closesOnly ? depth : Integer.valueOf(enter(depth)));
  }

  @Override
  public Void visitSynchronized(SynchronizedTree node, Integer depth) {
    return super.visitSynchronized(node, enter(depth));
  }

  /** A class inside a method has methods of its own, which are measured for themselves. */
  @Override
  public Void visitClass(ClassTree node, Integer depth) {
    return null;
  }
}
