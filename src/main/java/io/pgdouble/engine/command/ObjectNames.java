package io.pgdouble.engine.command;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.SchemaNames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that objects get where nobody names them ({@code indexcmds.c: ChooseRelationName}). */
record ObjectNames(Facts facts, long schema) {
  /** {@code pg_config_manual.h: NAMEDATALEN}, less its end. */
  static final int MAX_BYTES = 63;

  /** A name for a relation, and where it is a constraint's, too, one that no constraint has. */
  String relation(String table, String columns, String label) {
    String name = made(table, columns, label);
    for (int i = 1; hasRelation(name) || hasConstraint(name); i++) {
      name = made(table, columns, label + i);
    }
    return name;
  }

  /** A name for a constraint that is no relation ({@code ChooseConstraintName}). */
  String constraint(String table, String columns, String label, List<String> others) {
    String name = made(table, columns, label);
    for (int i = 1; hasConstraint(name) || others.contains(name); i++) {
      name = made(table, columns, label + i);
    }
    return name;
  }

  boolean hasRelation(String name) {
    return isThere("pg_class", "relname", "relnamespace", name);
  }

  private boolean hasConstraint(String name) {
    return isThere("pg_constraint", "conname", "connamespace", name);
  }

  boolean hasType(String name) {
    return isThere("pg_type", "typname", "typnamespace", name);
  }

  private boolean isThere(String table, String column, String schemaColumn, String name) {
    SchemaNames schemas = new SchemaNames(facts);
    for (FactRow row : facts.table(table).where(column, name)) {
      if (schemas.oid(row, schemaColumn) == schema) {
        return true;
      }
    }
    return false;
  }

  /** {@code makeObjectName}: the longer part is shortened until all fits. */
  static String made(String first, String second, String label) {
    int overhead = (second.isEmpty() ? 0 : 1) + (label.isEmpty() ? 0 : bytes(label) + 1);
    int one = bytes(first);
    int two = bytes(second);
    while (one + two > MAX_BYTES - overhead) {
      if (one > two) {
        one--;
      } else {
        two--;
      }
    }
    return clipped(first, one)
        + (second.isEmpty() ? "" : "_" + clipped(second, two))
        + (label.isEmpty() ? "" : "_" + label);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** {@code pg_mbcliplen}: as many whole characters as there is room for. */
  static String clipped(String text, int bytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  /** {@code ChooseIndexNameAddition}: the columns of an index, as far as there is room. */
  static String ofColumns(List<String> columns) {
    StringBuilder all = new StringBuilder();
    for (String column : columns) {
      all.append(all.isEmpty() ? "" : "_").append(column);
      if (bytes(all.toString()) > MAX_BYTES) {
        break;
      }
    }
    return clipped(all.toString(), MAX_BYTES);
  }

  /** {@code pg_type.c: makeArrayTypeName}. */
  String arrayType(String type) {
    String name = clipped("_" + type, MAX_BYTES);
    for (int i = 1; hasType(name); i++) {
      name = made("", type, Integer.toString(i));
    }
    return name;
  }
}
