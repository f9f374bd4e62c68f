package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.Arrays;

/**
 * What all parts of a text share, and how they name objects ({@code deparse_context}).
 *
 * @param wrap the column from which lists are wrapped; negative for never
 */
record Deparsing(
    Catalog catalog,
    TypeEnvironment environment,
    SearchPath path,
    ObjectDefinitions.Style style,
    int wrap,
    TextBuffer buffer) {
  private static final int DEFAULT_COLLATION = 100;

  boolean pretty() {
    return style == ObjectDefinitions.Style.PRETTY;
  }

  String quoted(String name) {
    return IdentifierList.quoted(name, catalog.facts());
  }

  /** {@code format_type_with_typemod}. */
  String type(int type, int typmod) {
    return Types.find(type).isPresent()
        ? TypeName.format(type, typmod)
        : environment
            .objectNames()
            .name(TypeOid.REGTYPE, Integer.toUnsignedLong(type))
            .orElseThrow();
  }

  String relation(long oid) {
    return environment.objectNames().name(TypeOid.REGCLASS, oid).orElseThrow();
  }

  /** {@code generate_function_name}: qualified where the name alone is another function's. */
  String function(ProcEntry function) {
    String name = quoted(function.name());
    return isFound(function) ? name : quoted(function.schema()) + "." + name;
  }

  private boolean isFound(ProcEntry function) {
    for (String schema : path.schemas()) {
      boolean here =
          catalog.procsNamed(function.name()).stream()
              .filter(one -> one.schema().equals(schema))
              .anyMatch(one -> Arrays.equals(one.argumentTypes(), function.argumentTypes()));
      if (here) {
        return schema.equals(function.schema());
      }
    }
    return false;
  }

  /** {@code generate_operator_name}. */
  String operator(OperatorEntry operator) {
    return operator.name();
  }

  /** {@code generate_collation_name}. */
  String collation(int oid) {
    CollationEntry collation = catalog.collation(oid).orElseThrow();
    return oid == DEFAULT_COLLATION ? "\"default\"" : quoted(collation.name());
  }
}
