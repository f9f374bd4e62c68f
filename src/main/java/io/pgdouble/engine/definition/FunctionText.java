package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.IdentifierList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A function as SQL ({@code ruleutils.c: pg_get_functiondef}). */
record FunctionText(DefinitionTexts texts, FactRow row, ProcEntry function)
    implements ObjectDefinitions.FunctionTexts {
  /** From here on numbers are written with exponents. */
  private static final BigDecimal LARGE = new BigDecimal(1_000_000);

  /** {@code dumputils.c: variable_is_guc_list_quote}. */
  private static final Set<String> LISTS_OF_NAMES =
      Set.of(
          "local_preload_libraries",
          "search_path",
          "session_preload_libraries",
          "shared_preload_libraries",
          "temp_tablespaces",
          "unix_socket_directories");

  /** Which parameters are told, and whether with their defaults. */
  private enum Told {
    ALL,
    IDENTITY,
    TABLE
  }

  @Override
  public String definition() {
    if (function.isAggregate()) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + function.name() + "\" is an aggregate function");
    }
    boolean procedure = function.kind() == 'p';
    String traits = traits();
    return "CREATE OR REPLACE "
        + (procedure ? "PROCEDURE " : "FUNCTION ")
        + texts.quoted(function.schema())
        + "."
        + texts.quoted(function.name())
        + "("
        + arguments()
        + ")\n"
        + result().map(one -> " RETURNS " + one + "\n").orElse("")
        + " LANGUAGE "
        + texts.quoted(function.language())
        + "\n"
        + (traits.isEmpty() ? "" : traits + "\n")
        + settings()
        + sqlBody().orElseGet(this::body)
        + "\n";
  }

  private String traits() {
    String volatility =
        switch (function.volatility()) {
          case 'i' -> " IMMUTABLE";
          case 's' -> " STABLE";
          default -> "";
        };
    String parallel =
        switch (row.letter("proparallel")) {
          case 's' -> " PARALLEL SAFE";
          case 'r' -> " PARALLEL RESTRICTED";
          default -> "";
        };
    return (function.kind() == 'w' ? " WINDOW" : "")
        + volatility
        + parallel
        + (function.strict() ? " STRICT" : "")
        + (row.bool("prosecdef") ? " SECURITY DEFINER" : "")
        + (row.bool("proleakproof") ? " LEAKPROOF" : "")
        + estimates();
  }

  private String estimates() {
    boolean compiled = function.language().equals("internal") || function.language().equals("c");
    String cost = number(row.text("procost"));
    String rows = number(row.text("prorows"));
    String support = row.text("prosupport");
    return (cost.equals(compiled ? "1" : "100") ? "" : " COST " + cost)
        + (rows.equals("0") || rows.equals("1000") ? "" : " ROWS " + rows)
        + (support.equals("-") ? "" : " SUPPORT " + support);
  }

  private static String number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(LARGE) >= 0) {
      throw ErrorReport.notSimulated("the text of so large a number").toException();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private String settings() {
    return row.list("proconfig").stream().map(this::setting).collect(Collectors.joining());
  }

  private String setting(String config) {
    int end = config.indexOf('=');
    String name = config.substring(0, end);
    String value = config.substring(end + 1);
    String written =
        LISTS_OF_NAMES.contains(name)
            ? IdentifierList.split(value).orElse(List.of(value)).stream()
                .map(FunctionText::literal)
                .collect(Collectors.joining(", "))
            : literal(value);
    return " SET " + texts.quoted(name) + " TO " + written + "\n";
  }

  /** {@code simple_quote_literal}. */
  private static String literal(String text) {
    String escape = text.contains("\\") ? "E" : "";
    return escape + "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private String body() {
    String source = row.text("prosrc");
    StringBuilder delimiter = new StringBuilder("$");
    delimiter.append(function.kind() == 'p' ? "procedure" : "function");
    while (source.contains(delimiter)) {
      delimiter.append('x');
    }
    delimiter.append('$');
    String library =
        row.find("probin").map(file -> "'" + file.replace("'", "''") + "', ").orElse("");
    return "AS " + library + delimiter + source + delimiter;
  }

  @Override
  public Optional<String> sqlBody() {
    return row.find("prosqlbody");
  }

  @Override
  public String arguments() {
    return arguments(Told.ALL);
  }

  @Override
  public String identityArguments() {
    return arguments(Told.IDENTITY);
  }

  private boolean hasTable() {
    return new String(function.modes()).indexOf('t') >= 0;
  }

  @Override
  public Optional<String> result() {
    if (function.kind() == 'p') {
      return Optional.empty();
    }
    return Optional.of(
        hasTable()
            ? "TABLE(" + arguments(Told.TABLE) + ")"
            : (function.returnsSet() ? "SETOF " : "") + texts.type(function.resultType()));
  }

  private int[] types() {
    return function.allTypes().length == 0 ? function.argumentTypes() : function.allTypes();
  }

  private char mode(int index) {
    return function.modes().length == 0 ? 'i' : function.modes()[index];
  }

  private static boolean isInput(char mode) {
    return "ibv".indexOf(mode) >= 0;
  }

  /** {@code print_function_arguments}. */
  private String arguments(Told told) {
    StringBuilder text = new StringBuilder();
    int order = orderedFrom();
    int printed = 0;
    for (int i = 0; i < types().length; i++) {
      if ((told == Told.TABLE) != (mode(i) == 't')) {
        continue;
      }
      if (printed == order) {
        text.append(printed == 0 ? "ORDER BY " : " ORDER BY ");
      } else {
        text.append(printed == 0 ? "" : ", ");
      }
      text.append(argument(i));
      text.append(
          told == Told.ALL ? argumentDefault(i + 1).map(" DEFAULT "::concat).orElse("") : "");
      printed++;
    }
    // A variadic one is among the direct arguments and among those that are sorted.
    boolean twice = printed == order && printed > 0;
    return twice ? text + " ORDER BY " + argument(types().length - 1) : text.toString();
  }

  /** How many direct arguments an ordered-set aggregate has; −1 for others. */
  private int orderedFrom() {
    return texts
        .catalog()
        .aggregate(function.oid())
        .filter(AggregateEntry::isOrderedSet)
        .map(AggregateEntry::directArguments)
        .orElse(-1);
  }

  private String argument(int index) {
    String mode =
        switch (mode(index)) {
          case 'b' -> "INOUT ";
          case 'o' -> "OUT ";
          case 'v' -> "VARIADIC ";
          case 'i' -> function.kind() == 'p' ? "IN " : "";
          default -> "";
        };
    String name = index < function.names().size() ? function.names().get(index) : "";
    return mode + (name.isEmpty() ? "" : texts.quoted(name) + " ") + texts.type(types()[index]);
  }

  @Override
  public Optional<String> argumentDefault(int number) {
    if (number < 1 || number > types().length || !isInput(mode(number - 1))) {
      return Optional.empty();
    }
    int input = -1;
    for (int i = 0; i < number; i++) {
      input += isInput(mode(i)) ? 1 : 0;
    }
    int at = input - (function.inputs() - function.defaults().size());
    if (at < 0) {
      return Optional.empty();
    }
    String text = function.defaults().get(at);
    // What the server is born with has the text already.
    return Optional.of(
        function.isOfUser() ? texts.value(text, function.argumentTypes()[input]) : text);
  }
}
