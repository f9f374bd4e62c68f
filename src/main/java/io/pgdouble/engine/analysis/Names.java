package io.pgdouble.engine.analysis;

import io.pgdouble.error.SqlState;
import java.util.List;

/** Qualified names ({@code namespace.c: DeconstructQualifiedName}). */
final class Names {
  private Names() {}

  /** The schema a qualified name names; it must exist ({@code LookupExplicitNamespace}). */
  static String schema(ParseState state, List<String> name, int location) {
    String schema = explicitSchema(state, name, location);
    if (!state.catalog().hasSchema(schema)) {
      throw Complaint.error(
          location, SqlState.UNDEFINED_SCHEMA, "schema \"" + schema + "\" does not exist");
    }
    requireUsage(state, schema, location);
    return schema;
  }

  /** Who may not use a schema finds nothing in it. */
  static void requireUsage(ParseState state, String schema, int location) {
    if (!state.definition && !new Rights(state.context).mayUse(schema)) {
      throw Complaint.error(
          location, SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for schema " + schema);
    }
  }

  /** The schema part of a qualified name, whether or not it exists. */
  static String explicitSchema(ParseState state, List<String> name, int location) {
    if (name.size() > 3) {
      throw Complaint.error(
          location,
          SqlState.SYNTAX_ERROR,
          "improper qualified name (too many dotted names): " + String.join(".", name));
    }
    boolean foreign =
        name.size() == 3 && !name.get(0).equals(state.context.execution().session().database());
    if (foreign) {
      throw Complaint.error(
          location,
          SqlState.FEATURE_NOT_SUPPORTED,
          "cross-database references are not implemented: " + String.join(".", name));
    }
    return state.context.searchPath().schema(name.get(name.size() - 2));
  }
}
