package io.pgdouble.engine.function;

/**
 * {@code has_…_privilege} on what is neither a table, a schema nor a database. Manual: {@code
 * functions-info}. A table.
 */
final class PrivilegeFunctions {
  private PrivilegeFunctions() {}

  /** Null for a function of another area. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "has_sequence_privilege_name_name",
          "has_sequence_privilege_name_id",
          "has_sequence_privilege_id_name",
          "has_sequence_privilege_id_id",
          "has_sequence_privilege_name",
          "has_sequence_privilege_id" ->
          Privileges::sequence;
      case "has_function_privilege_name_name",
          "has_function_privilege_name_id",
          "has_function_privilege_id_name",
          "has_function_privilege_id_id",
          "has_function_privilege_name",
          "has_function_privilege_id" ->
          Privileges::function;
      case "has_type_privilege_name_name",
          "has_type_privilege_name_id",
          "has_type_privilege_id_name",
          "has_type_privilege_id_id",
          "has_type_privilege_name",
          "has_type_privilege_id" ->
          Privileges::type;
      case "has_language_privilege_name_name",
          "has_language_privilege_name_id",
          "has_language_privilege_id_name",
          "has_language_privilege_id_id",
          "has_language_privilege_name",
          "has_language_privilege_id" ->
          Privileges::language;
      case "has_tablespace_privilege_name_name",
          "has_tablespace_privilege_name_id",
          "has_tablespace_privilege_id_name",
          "has_tablespace_privilege_id_id",
          "has_tablespace_privilege_name",
          "has_tablespace_privilege_id" ->
          Privileges::tablespace;
      case "has_any_column_privilege_name_name",
          "has_any_column_privilege_name_id",
          "has_any_column_privilege_id_name",
          "has_any_column_privilege_id_id",
          "has_any_column_privilege_name",
          "has_any_column_privilege_id" ->
          Privileges::anyColumn;
      case "has_column_privilege_name_name_name",
          "has_column_privilege_name_name_attnum",
          "has_column_privilege_name_id_name",
          "has_column_privilege_name_id_attnum",
          "has_column_privilege_id_name_name",
          "has_column_privilege_id_name_attnum",
          "has_column_privilege_id_id_name",
          "has_column_privilege_id_id_attnum",
          "has_column_privilege_name_name",
          "has_column_privilege_name_attnum",
          "has_column_privilege_id_name",
          "has_column_privilege_id_attnum" ->
          Privileges::column;
      case "makeaclitem" -> AccessPrivileges::item;
      default -> null;
    };
  }
}
