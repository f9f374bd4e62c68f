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

  static RangeEntry analyze(ParseState state, RangeFunction node) {
    boolean outerLateral = state.lateralActive;
    // Functions may refer to what stands before them without saying LATERAL.
    state.lateralActive = true;
    RangeEntry entry = new RangeFunctions(state, node).entry();
    state.lateralActive = outerLateral;
    return entry;
  }

  private RangeEntry entry() {
    List<Item> items = items();
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

  private record Item(Expr call, String name, List<ColumnDef> definitions) {}

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (RangeFunctionItem function : node.functions()) {
      String name = ColumnNames.ofFunction(state, function.function()).orElse("?column?");
      List<ColumnDef> definitions =
          function.coldeflist().isEmpty() ? node.coldeflist() : function.coldeflist();
      for (Expr call : calls(function.function())) {
        items.add(new Item(call, name, definitions));
      }
    }
    return items;
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
    boolean setsBefore = state.hasSetReturning;
    Expression call = ExpressionAnalyzer.analyze(state, item.call(), ClauseKind.FROM_FUNCTION);
    state.hasSetReturning = setsBefore;
    refuseNestedSets(call);
    names.add(item.name());
    int before = columns.size();
    boolean row = addColumns(item, call, count);
    calls.add(new RangeFunctionCall(call, columns.size() - before, row));
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
    boolean record = call.type() == TypeOid.RECORD && RowFields.fields(state, call).isEmpty();
    if (!record) {
      throw Complaint.error(
          item.definitions().get(0).location(),
          SqlState.SYNTAX_ERROR,
          call.type() == TypeOid.RECORD
              ? "a column definition list is redundant for a function with OUT parameters"
              : "a column definition list is only allowed for functions returning \"record\"");
    }
    for (ColumnDef definition : item.definitions()) {
      TypeNames.TypeReference type = TypeNames.resolve(state, definition.typeName().orElseThrow());
      columns.add(
          new RangeColumn(
              definition.colname(),
              type.type(),
              type.typmod(),
              Coercion.collationOf(state, type.type()),
              0,
              0));
    }
    return true;
  }
}
