package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeFunctionCall;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.RangeFunction;
import io.pgdouble.engine.tree.RangeFunctionItem;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions in a FROM clause ({@code transformRangeFunction}). */
final class RangeFunctions {
  private final ParseState state;
  private final RangeFunction node;
  private final List<RangeFunctionCall> calls = new ArrayList<>();
  private final List<RangeColumn> columns = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private RangeFunctions(ParseState state, RangeFunction node) {
    this.state = state;
    this.node = node;
  }

  static RangeEntry.Functions analyze(ParseState state, RangeFunction node) {
    boolean outerLateral = state.lateralActive;
    // Functions may refer to what stands before them without saying LATERAL.
    state.lateralActive = true;
    RangeEntry.Functions entry = new RangeFunctions(state, node).entry();
    state.lateralActive = outerLateral;
    return entry;
  }

  private RangeEntry.Functions entry() {
    List<Item> items = items();
    checkDefinitions(items);
    for (Item item : items) {
      add(item, items.size());
    }
    if (node.ordinality()) {
      columns.add(new RangeColumn("ordinality", TypeOid.INT8, -1, 0, 0, 0));
    }
    String name = node.alias().map(Alias::aliasname).filter(a -> !a.isEmpty()).orElse(names.get(0));
    return new RangeEntry.Functions(
        name, calls, node.ordinality(), RangeEntries.renamed(columns, node.alias()));
  }

  private record Item(Expression call, String name, List<ColumnDef> definitions) {}

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (RangeFunctionItem function : node.functions()) {
      String name = ColumnNames.ofFunction(state, function.function()).orElse("?column?");
      for (Expr call : calls(function.function())) {
        items.add(new Item(analyzed(call), name, definitions(function)));
      }
    }
    return items;
  }

  private List<ColumnDef> definitions(RangeFunctionItem function) {
    if (function.coldeflist().isEmpty() || node.coldeflist().isEmpty()) {
      return function.coldeflist().isEmpty() ? node.coldeflist() : function.coldeflist();
    }
    throw Complaint.error(
        node.coldeflist().get(0).location(),
        SqlState.SYNTAX_ERROR,
        "multiple column definition lists are not allowed for the same function");
  }

  private Expression analyzed(Expr call) {
    boolean setsBefore = state.hasSetReturning;
    Expression analyzed = ExpressionAnalyzer.analyze(state, call, ClauseKind.FROM_FUNCTION);
    state.hasSetReturning = setsBefore;
    refuseNestedSets(analyzed);
    return analyzed;
  }

  /** A list behind all is the only function's. */
  private void checkDefinitions(List<Item> items) {
    if (node.coldeflist().isEmpty()) {
      return;
    }
    if (items.size() != 1 && node.rowsFrom()) {
      throw misplaced(
          "ROWS FROM() with multiple functions cannot have a column definition list",
          "Put a separate column definition list for each function inside ROWS FROM().");
    }
    if (items.size() != 1) {
      throw misplaced(
          "UNNEST() with multiple arguments cannot have a column definition list",
          "Use separate UNNEST() calls inside ROWS FROM(), and attach a column definition list "
              + "to each one.");
    }
    if (node.ordinality()) {
      throw misplaced(
          "WITH ORDINALITY cannot be used with a column definition list",
          "Put the column definition list inside ROWS FROM().");
    }
  }

  private RuntimeException misplaced(String message, String hint) {
    return Complaint.at(node.coldeflist().get(0).location(), SqlState.SYNTAX_ERROR, message)
        .withHint(hint)
        .toException();
  }

  private static List<Expr> calls(Expr function) {
    if (!isUnnestOfMany(function)) {
      return List.of(function);
    }
    FuncCall call = (FuncCall) function;
    return call.args().stream().map(argument -> (Expr) unnest(call, argument)).toList();
  }

  /** {@code unnest(a, b)} in FROM is one call for each argument, side by side. */
  private static boolean isUnnestOfMany(Expr expression) {
    return expression instanceof FuncCall call
        && call.args().size() > 1
        && call.funcname().get(call.funcname().size() - 1).equals("unnest")
        && (call.funcname().size() == 1 || call.funcname().get(0).equals("pg_catalog"))
        && call.aggOrder().isEmpty()
        && call.aggFilter().isEmpty()
        && call.over().isEmpty()
        && !call.aggDistinct()
        && !call.funcVariadic();
  }

  private static FuncCall unnest(FuncCall call, Expr argument) {
    return new FuncCall(
        List.of("pg_catalog", "unnest"),
        List.of(argument),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        false,
        call.location());
  }

  private void add(Item item, int count) {
    names.add(item.name());
    int before = columns.size();
    boolean row = addColumns(item, item.call(), count);
    List<RangeColumn> added = columns.subList(before, columns.size());
    Optional<RowType> defined =
        item.definitions().isEmpty() ? Optional.empty() : Optional.of(ColumnDefinitions.row(added));
    calls.add(new RangeFunctionCall(item.call(), added.size(), row, defined));
  }

  private static void refuseNestedSets(Expression call) {
    List<Expression> inside =
        call instanceof FuncExpr function && function.function().returnsSet()
            ? function.arguments()
            : List.of(call);
    boolean topIsSet = inside.size() != 1 || inside.get(0) != call;
    for (Expression part : inside) {
      if ((topIsSet || !isSet(part)) && SetReturning.in(part)) {
        throw Complaint.error(
            SetReturning.locationIn(part),
            SqlState.FEATURE_NOT_SUPPORTED,
            "set-returning functions must appear at top level of FROM");
      }
    }
  }

  private static boolean isSet(Expression call) {
    return call instanceof FuncExpr function && function.function().returnsSet();
  }

  /** Adds the columns of a call; true if its values are rows. */
  private boolean addColumns(Item item, Expression call, int count) {
    if (!item.definitions().isEmpty()) {
      return addDefined(item, call);
    }
    if (call.type() != TypeOid.RECORD && !TypeFacts.isComposite(state.catalog(), call.type())) {
      addScalar(item, call, count);
      return false;
    }
    List<RowFields.Field> fields = RowFields.fields(state, call);
    if (fields.isEmpty()) {
      throw Complaint.error(
          Locations.of(call),
          SqlState.SYNTAX_ERROR,
          "a column definition list is required for functions returning \"record\"");
    }
    for (RowFields.Field field : fields) {
      columns.add(
          new RangeColumn(field.name(), field.type(), field.typmod(), field.collation(), 0, 0));
    }
    return true;
  }

  private void addScalar(Item item, Expression call, int count) {
    if (state.catalog().type(call.type()).isPseudo() && call.type() != TypeOid.VOID) {
      throw Complaint.error(
          Locations.of(call),
          SqlState.DATATYPE_MISMATCH,
          "function \""
              + item.name()
              + "\" in FROM has unsupported return type "
              + TypeFacts.name(call.type()));
    }
    columns.add(
        new RangeColumn(
            scalarName(item, call, count),
            call.type(),
            call.typmod(),
            Coercion.collationOf(state, call.type()),
            0,
            0));
  }

  /** {@code chooseScalarFunctionAlias}. */
  private String scalarName(Item item, Expression call, int count) {
    Optional<String> output =
        call instanceof FuncExpr function ? outputName(function.function()) : Optional.empty();
    if (call instanceof Expression.SqlFunctionExpr inlined) {
      output = outputName(inlined.function());
    }
    Optional<String> alias =
        node.alias().map(Alias::aliasname).filter(a -> count == 1 && !a.isEmpty());
    return output.or(() -> alias).orElse(item.name());
  }

  /** The name of the only output argument ({@code get_func_result_name}). */
  private static Optional<String> outputName(ProcEntry function) {
    Optional<String> name = Optional.empty();
    int outputs = 0;
    for (int i = 0; i < function.modes().length; i++) {
      char mode = function.modes()[i];
      if (mode == 'o' || mode == 'b' || mode == 't') {
        outputs++;
        name = i < function.names().size() ? Optional.of(function.names().get(i)) : name;
      }
    }
    return outputs == 1 ? name.filter(n -> !n.isEmpty()) : Optional.empty();
  }

  private boolean addDefined(Item item, Expression call) {
    ColumnDefinitions definitions = new ColumnDefinitions(state, item.definitions());
    definitions.checkFor(call);
    columns.addAll(definitions.columns());
    return true;
  }
}
