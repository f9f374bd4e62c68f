package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a handler catches ({@code PLpgSQL_condition}). Manual: {@code errcodes-appendix}.
 *
 * @param code five characters; empty for OTHERS
 */
record Condition(String code) {
  private static final int CODE = 5;

  /** Conditions whose names are not those of their constants. A table. */
  private static final Map<SqlState, String> NAMES =
      Map.ofEntries(
          Map.entry(SqlState.L_E_INVALID_SPECIFICATION, "invalid_locator_specification"),
          Map.entry(SqlState.INVALID_ARGUMENT_FOR_LOG, "invalid_argument_for_logarithm"),
          Map.entry(SqlState.INVALID_ARGUMENT_FOR_NTILE, "invalid_argument_for_ntile_function"),
          Map.entry(
              SqlState.INVALID_ARGUMENT_FOR_NTH_VALUE, "invalid_argument_for_nth_value_function"),
          Map.entry(SqlState.S_E_INVALID_SPECIFICATION, "invalid_savepoint_specification"),
          Map.entry(
              SqlState.T_R_INTEGRITY_CONSTRAINT_VIOLATION,
              "transaction_integrity_constraint_violation"),
          Map.entry(SqlState.DUPLICATE_PSTATEMENT, "duplicate_prepared_statement"),
          Map.entry(
              SqlState.INVALID_PSTATEMENT_DEFINITION, "invalid_prepared_statement_definition"));

  /** Codes of warnings, and constants that share a code with another: they have no names. */
  private static final Set<SqlState> NAMELESS =
      Set.of(
          SqlState.ARRAY_ELEMENT_ERROR,
          SqlState.DATETIME_VALUE_OUT_OF_RANGE,
          SqlState.UNDEFINED_CURSOR,
          SqlState.UNDEFINED_DATABASE,
          SqlState.UNDEFINED_PSTATEMENT,
          SqlState.UNDEFINED_SCHEMA,
          SqlState.TRANSACTION_TIMEOUT);

  /** {@code exception_matches_conditions}. */
  boolean matches(String raised) {
    if (code.isEmpty()) {
      return !raised.equals(SqlState.QUERY_CANCELED.code())
          && !raised.equals(SqlState.ASSERT_FAILURE.code());
    }
    boolean category = code.endsWith("000") && raised.startsWith(code.substring(0, 2));
    return code.equals(raised) || category;
  }

  /** {@code plpgsql_parse_err_condition}: a name may stand for several codes. */
  static List<Condition> named(String name) {
    if (name.equals("others")) {
      return List.of(new Condition(""));
    }
    return codes(name).stream().map(Condition::new).toList();
  }

  /** {@code plpgsql_recognize_err_condition}: the first of them. */
  static String code(String name) {
    return codes(name).get(0);
  }

  /** Whether it is a code and no name. */
  static boolean isCode(String text) {
    return text.length() == CODE && text.matches("[0-9A-Z]+");
  }

  private static List<String> codes(String name) {
    List<String> codes = new ArrayList<>();
    for (SqlState state : SqlState.values()) {
      if (hasName(state) && name(state).equals(name)) {
        codes.add(state.code());
      }
    }
    if (codes.isEmpty()) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"" + name + "\"");
    }
    return codes;
  }

  private static boolean hasName(SqlState state) {
    boolean error = !state.code().matches("0[012].*");
    return error && !NAMELESS.contains(state);
  }

  private static String name(SqlState state) {
    String known = NAMES.get(state);
    String constant = state.name().toLowerCase(Locale.ROOT);
    return known != null ? known : constant.replaceFirst("^(s_r_e|e_r_e|e_r_i_e|t_r)_", "");
  }
}
