package io.pgdouble.engine.tree;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands directly below a node of the raw tree ({@code raw_expression_tree_walker}). */
public final class TreeChildren {
  private TreeChildren() {}

  /** Tells of each, in the order in which they are written down in the node. */
  public static void visit(Node node, Consumer<Node> visitor) {
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      visitValue(value(component, node), visitor);
    }
  }

  private static void visitValue(Object value, Consumer<Node> visitor) {
    if (value instanceof Node child) {
      visitor.accept(child);
    } else if (value instanceof List<?> values) {
      values.forEach(one -> visitValue(one, visitor));
    } else if (value instanceof Optional<?> one) {
      one.ifPresent(present -> visitValue(present, visitor));
    }
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
