package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterFunctionStmt;
import io.pgdouble.engine.tree.CreateFunctionStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FunctionParameter;
import io.pgdouble.engine.tree.FunctionParameterMode;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.ReturnStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE and ALTER of functions and procedures. */
final class Routines {
  private final Grammar g;
  private final Tokens t;
  private final RoutineOptions options;

  Routines(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.options = new RoutineOptions(grammar);
  }

  Statement create() {
    return routine(false);
  }

  Statement replace() {
    return routine(true);
  }

  private record Head(boolean procedure, List<String> name, List<FunctionParameter> parameters) {}

  private Statement routine(boolean replace) {
    boolean procedure = t.is(Keyword.PROCEDURE);
    t.advance();
    List<String> name = g.primaries.calls().functionName();
    List<FunctionParameter> parameters = new Signatures(g).parametersWithDefaults();
    Optional<TypeName> returns = Optional.empty();
    if (!procedure && t.is(Keyword.RETURNS) && t.second() != Keyword.NULL) {
      t.advance();
      if (t.is(Keyword.TABLE)) {
        List<FunctionParameter> columns = tableColumns(parameters);
        returns = Optional.of(tableType(columns));
        parameters = joined(parameters, columns);
      } else {
        returns = Optional.of(g.types.funcType());
      }
    }
    return finish(new Head(procedure, name, parameters), returns, replace);
  }

  private static List<FunctionParameter> joined(
      List<FunctionParameter> parameters, List<FunctionParameter> columns) {
    List<FunctionParameter> all = new ArrayList<>(parameters);
    all.addAll(columns);
    return List.copyOf(all);
  }

  private List<FunctionParameter> tableColumns(List<FunctionParameter> parameters) {
    t.expect(Keyword.TABLE);
    List<FunctionParameter> columns = g.names.parenthesized(this::tableColumn);
    for (FunctionParameter p : parameters) {
      if (p.mode() == FunctionParameterMode.OUT || p.mode() == FunctionParameterMode.INOUT) {
        pendingMistake = "OUT and INOUT arguments aren't allowed in TABLE functions";
      }
    }
    return columns;
  }

  /** Told only once the whole statement is read, as the server does. */
  private String pendingMistake = "";

  private FunctionParameter tableColumn() {
    int location = t.location();
    Optional<String> name = Optional.of(g.names.typeFunctionName());
    TypeName type = g.types.funcType();
    FunctionParameterMode mode = FunctionParameterMode.TABLE;
    return new FunctionParameter(name, type, mode, Optional.empty(), location);
  }

  /** {@code TableFuncTypeName}: a set of the one column's type, or of records. */
  private static TypeName tableType(List<FunctionParameter> columns) {
    TypeName base =
        columns.size() == 1 ? columns.get(0).argType() : Types.system("record", List.of(), -1);
    return new TypeName(base.names(), true, base.pctType(), base.typmods(), base.arrayBounds(), -1);
  }

  private Statement finish(Head head, Optional<TypeName> returns, boolean replace) {
    List<DefElem> all = new ArrayList<>();
    while (options.startsCreateOption()) {
      all.add(options.createOption());
    }
    boolean body = t.is(Keyword.RETURN) || t.is(Keyword.BEGIN);
    List<Statement> statements = body ? body() : List.of();
    if (!pendingMistake.isEmpty()) {
      throw t.error(SqlState.SYNTAX_ERROR, pendingMistake, -1);
    }
    return new CreateFunctionStmt(
        head.procedure(),
        replace,
        head.name(),
        head.parameters(),
        returns,
        List.copyOf(all),
        statements,
        body);
  }

  private List<Statement> body() {
    if (t.is(Keyword.RETURN)) {
      return List.of(returned());
    }
    t.expect(Keyword.BEGIN, Keyword.ATOMIC);
    List<Statement> all = new ArrayList<>();
    while (!t.accept(Keyword.END)) {
      if (!t.is(';')) {
        all.add(t.is(Keyword.RETURN) ? returned() : new Statements(g).statement());
      }
      t.expect(';');
    }
    return List.copyOf(all);
  }

  private Statement returned() {
    t.expect(Keyword.RETURN);
    return new ReturnStmt(g.expressions.aExpr());
  }

  /** ALTER FUNCTION, PROCEDURE, ROUTINE, from the second word on. */
  Statement alter() {
    ObjectType type =
        switch (t.kind()) {
          case Keyword.PROCEDURE -> ObjectType.PROCEDURE;
          case Keyword.ROUTINE -> ObjectType.ROUTINE;
          default -> ObjectType.FUNCTION;
        };
    t.advance();
    ObjectWithArgs routine = new Signatures(g).function();
    AlterNames names = new AlterNames(g, type, routine);
    if (names.starts()) {
      return names.renameOwnerOrSchema();
    }
    if (names.startsDepends()) {
      return names.depends();
    }
    List<DefElem> all = new ArrayList<>();
    do {
      all.add(options.commonOption());
    } while (options.startsCommonOption());
    t.accept(Keyword.RESTRICT);
    return new AlterFunctionStmt(type, routine, List.copyOf(all));
  }
}
