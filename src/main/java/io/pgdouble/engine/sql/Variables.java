package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.ConstraintsSetStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.VariableSetKind;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.engine.tree.VariableShowStmt;
import io.pgdouble.error.SqlState;
import java.util.List;

/** SET, RESET and SHOW in all their forms ({@code gram.y: VariableSetStmt}). */
final class Variables {
  /** {@code INTERVAL_MASK(HOUR) | INTERVAL_MASK(MINUTE)}. */
  private static final int HOUR_TO_MINUTE = 1 << 10 | 1 << 11;

  private static final String ZONE = "timezone";
  private static final String AUTHORIZATION = "session_authorization";

  private final Grammar g;
  private final Tokens t;

  Variables(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement statement() {
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.SET -> set();
      case Keyword.RESET -> reset();
      default -> new VariableShowStmt(shown("all"));
    };
  }

  private Statement set() {
    int kind = t.kind();
    if (isVariable()) {
      return rest();
    }
    if (kind == Keyword.CONSTRAINTS) {
      return constraints();
    }
    if (kind == Keyword.LOCAL) {
      t.advance();
      return local(rest());
    }
    if (kind == Keyword.SESSION && !startsSessionClause()) {
      t.advance();
    }
    return rest();
  }

  private static VariableSetStmt local(VariableSetStmt s) {
    return new VariableSetStmt(s.kind(), s.name(), s.args(), s.modes(), true);
  }

  /** Whether the word that comes is a variable's name: what follows it says so. */
  private boolean isVariable() {
    return isAssignment(t.second());
  }

  /** Whether a token can only follow the name of a variable. */
  static boolean isAssignment(int kind) {
    return kind == Keyword.TO || kind == '=' || kind == '.' || kind == Keyword.FROM;
  }

  private boolean startsSessionClause() {
    int second = t.second();
    return second == Keyword.AUTHORIZATION
        || (second == Keyword.CHARACTERISTICS && !isAssignment(t.third()));
  }

  /** {@code set_rest}: what follows SET and its scope. */
  VariableSetStmt rest() {
    if (isVariable()) {
      return generic();
    }
    if (t.is(Keyword.TRANSACTION) && t.second() != Keyword.SNAPSHOT) {
      t.advance();
      return multi("TRANSACTION", new Transactions(g).modes());
    }
    if (t.is(Keyword.SESSION) && t.second() == Keyword.CHARACTERISTICS) {
      t.advance();
      t.advance();
      t.expect(Keyword.AS, Keyword.TRANSACTION);
      return multi("SESSION CHARACTERISTICS", new Transactions(g).modes());
    }
    return more();
  }

  private static VariableSetStmt multi(String name, List<DefElem> modes) {
    return new VariableSetStmt(VariableSetKind.SET_MULTI, name, List.of(), modes, false);
  }

  /** {@code set_rest_more}: also what a function may set. */
  VariableSetStmt more() {
    int kind = t.kind();
    if (isVariable() || !startsClause(kind)) {
      return generic();
    }
    t.advance();
    return switch (kind) {
      case Keyword.TIME -> timeZone();
      case Keyword.CATALOG -> catalog();
      case Keyword.SCHEMA -> value("search_path", string());
      case Keyword.NAMES -> names();
      case Keyword.ROLE -> value("role", wordOrString());
      case Keyword.SESSION -> authorization();
      case Keyword.XML -> xmlOption();
      default -> snapshot();
    };
  }

  private static boolean startsClause(int kind) {
    return switch (kind) {
      case Keyword.TIME, Keyword.CATALOG, Keyword.SCHEMA, Keyword.NAMES -> true;
      case Keyword.ROLE, Keyword.SESSION, Keyword.XML, Keyword.TRANSACTION -> true;
      default -> false;
    };
  }

  private static VariableSetStmt value(String name, Expr value) {
    return value(name, List.of(value));
  }

  private static VariableSetStmt value(String name, List<Expr> values) {
    return new VariableSetStmt(VariableSetKind.SET_VALUE, name, values, List.of(), false);
  }

  private static VariableSetStmt plain(VariableSetKind kind, String name) {
    return new VariableSetStmt(kind, name, List.of(), List.of(), false);
  }

  /** {@code generic_set}, and FROM CURRENT. */
  private VariableSetStmt generic() {
    String name = variableName();
    if (t.accept(Keyword.FROM)) {
      t.expect(Keyword.CURRENT);
      return plain(VariableSetKind.SET_CURRENT, name);
    }
    return assignment(name);
  }

  /** {@code generic_set} without the name. */
  VariableSetStmt assignment(String name) {
    if (!t.accept('=')) {
      t.expect(Keyword.TO);
    }
    if (t.accept(Keyword.DEFAULT)) {
      return plain(VariableSetKind.SET_DEFAULT, name);
    }
    return value(name, g.names.list(this::variableValue));
  }

  /** {@code var_name}: its parts joined with dots. */
  String variableName() {
    String name = g.names.colId();
    while (t.accept('.')) {
      name = name + "." + g.names.colId();
    }
    return name;
  }

  private Expr variableValue() {
    int location = t.location();
    if (g.names.startsNumericOnly()) {
      return new AConst(g.names.numericOnly(), location);
    }
    return new AConst(new StringValue(new Options(g).booleanOrString()), location);
  }

  private Expr string() {
    int location = t.location();
    return new AConst(new StringValue(t.sconst()), location);
  }

  private Expr wordOrString() {
    int location = t.location();
    return new AConst(new StringValue(g.names.nonReservedWordOrSconst()), location);
  }

  private VariableSetStmt timeZone() {
    t.expect(Keyword.ZONE);
    if (t.accept(Keyword.DEFAULT) || t.accept(Keyword.LOCAL)) {
      return plain(VariableSetKind.SET_DEFAULT, ZONE);
    }
    return value(ZONE, zone());
  }

  private Expr zone() {
    int location = t.location();
    if (t.is(Token.SCONST) || t.is(Token.IDENT)) {
      return new AConst(new StringValue(t.take()), location);
    }
    if (!t.is(Keyword.INTERVAL)) {
      return new AConst(g.names.numericOnly(), location);
    }
    t.advance();
    if (t.is('(')) {
      List<Expr> precision = g.types.intervalPrecision();
      return new TypeCast(string(), Types.system("interval", precision, location), -1);
    }
    Expr text = string();
    int at = t.location();
    List<Expr> fields = g.types.optInterval();
    rejectOtherFields(fields, at);
    return new TypeCast(text, Types.system("interval", fields, location), -1);
  }

  private void rejectOtherFields(List<Expr> fields, int location) {
    boolean other =
        !fields.isEmpty()
            && fields.get(0) instanceof AConst mask
            && mask.value() instanceof IntegerValue bits
            && (bits.value() & ~HOUR_TO_MINUTE) != 0;
    if (other) {
      String message = "time zone interval must be HOUR or HOUR TO MINUTE";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
  }

  private VariableSetStmt catalog() {
    int location = t.location();
    t.sconst();
    String message = "current database cannot be changed";
    throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
  }

  private VariableSetStmt names() {
    String name = "client_encoding";
    if (t.is(Token.SCONST)) {
      return value(name, string());
    }
    t.accept(Keyword.DEFAULT);
    return plain(VariableSetKind.SET_DEFAULT, name);
  }

  private VariableSetStmt authorization() {
    t.expect(Keyword.AUTHORIZATION);
    return t.accept(Keyword.DEFAULT)
        ? plain(VariableSetKind.SET_DEFAULT, AUTHORIZATION)
        : value(AUTHORIZATION, wordOrString());
  }

  private VariableSetStmt xmlOption() {
    t.expect(Keyword.OPTION);
    int location = t.location();
    boolean document = t.accept(Keyword.DOCUMENT);
    if (!document) {
      t.expect(Keyword.CONTENT);
    }
    String option = document ? "DOCUMENT" : "CONTENT";
    return value("xmloption", new AConst(new StringValue(option), location));
  }

  private VariableSetStmt snapshot() {
    t.expect(Keyword.SNAPSHOT);
    List<Expr> args = List.of(string());
    VariableSetKind kind = VariableSetKind.SET_MULTI;
    return new VariableSetStmt(kind, "TRANSACTION SNAPSHOT", args, List.of(), false);
  }

  /** {@code reset_rest}, behind RESET. */
  VariableSetStmt reset() {
    String name = shown("");
    return plain(name.isEmpty() ? VariableSetKind.RESET_ALL : VariableSetKind.RESET, name);
  }

  /** What SHOW and RESET may name; {@code all} is the answer for ALL. */
  private String shown(String all) {
    if (t.accept(Keyword.ALL)) {
      return all;
    }
    if (t.accept(Keyword.TIME, Keyword.ZONE)) {
      return ZONE;
    }
    if (t.accept(Keyword.TRANSACTION, Keyword.ISOLATION)) {
      t.expect(Keyword.LEVEL);
      return "transaction_isolation";
    }
    return t.accept(Keyword.SESSION, Keyword.AUTHORIZATION) ? AUTHORIZATION : variableName();
  }

  private Statement constraints() {
    t.expect(Keyword.CONSTRAINTS);
    List<RangeVar> named = t.accept(Keyword.ALL) ? List.of() : g.names.qualifiedNameList();
    boolean deferred = t.accept(Keyword.DEFERRED);
    if (!deferred) {
      t.expect(Keyword.IMMEDIATE);
    }
    return new ConstraintsSetStmt(named, deferred);
  }
}
