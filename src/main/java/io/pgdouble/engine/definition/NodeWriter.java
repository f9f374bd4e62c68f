package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.RangeEntry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Writes nodes as texts: {@code (Name component …)}, lists in brackets. */
final class NodeWriter {
  private static final String LOCATION = "location";

  private final NodeTypes types;
  private final StringBuilder text = new StringBuilder();

  NodeWriter(NodeTypes types) {
    this.types = types;
  }

  String write(Object node) {
    value(node);
    return text.toString();
  }

  private void value(Object value) {
    if (!text.isEmpty() && " ([".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(' ');
    }
    if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(this::value, () -> text.append('~'));
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(this::value);
      text.append(']');
    } else if (value instanceof String string) {
      text.append(NodeScanner.quoted(string));
    } else if (value instanceof Enum<?> constant) {
      text.append(constant.name());
    } else if (NodeTypes.isEntry(value.getClass())) {
      text.append(Integer.toUnsignedString(NodeTypes.oid(value)));
    } else if (value instanceof Expression.SqlFunctionExpr call && call.function().isOfUser()) {
      // What a function does is read anew.
      node(call.call());
    } else if (value instanceof Record node) {
      node(node);
    } else {
      text.append(value);
    }
  }

  private void node(Record node) {
    text.append('(').append(node.getClass().getSimpleName());
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      if (component.getName().equals(LOCATION)) {
        // Nothing that is read again stands in the query of that time.
        value(-1);
      } else if (node instanceof Expression.Const constant && component.getType() == Object.class) {
        value(types.value(constant.type(), constant.value()));
      } else if (node instanceof RangeEntry.Relation table
          && component.getName().equals("body")
          && ViewQueries.of(types.catalog(), table.relation()).isPresent()) {
        // What a view means is read anew.
        value(Optional.empty());
      } else {
        value(component(node, component));
      }
    }
    text.append(')');
  }

  private static Object component(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
