package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.JsonArrayAgg;
import io.pgdouble.engine.tree.JsonArrayConstructor;
import io.pgdouble.engine.tree.JsonArrayQueryConstructor;
import io.pgdouble.engine.tree.JsonEncoding;
import io.pgdouble.engine.tree.JsonFormat;
import io.pgdouble.engine.tree.JsonFormatType;
import io.pgdouble.engine.tree.JsonKeyValue;
import io.pgdouble.engine.tree.JsonObjectAgg;
import io.pgdouble.engine.tree.JsonObjectConstructor;
import io.pgdouble.engine.tree.JsonOutput;
import io.pgdouble.engine.tree.JsonValueExpr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON constructors and aggregates of SQL, which came with PostgreSQL 16. */
final class JsonFunctions {
  private final Grammar g;
  private final Tokens t;
  private final int location;

  JsonFunctions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.location = t.location();
  }

  static boolean starts(Tokens t) {
    return t.second() == '('
        && switch (t.kind()) {
          case Keyword.JSON_OBJECT, Keyword.JSON_ARRAY -> true;
          case Keyword.JSON -> MajorChange.JSON_IS_QUERIED.isIn(t.major());
          default -> isOfQueries(t.kind());
        };
  }

  /** The functions that came with 17, which the double does not know. */
  private static boolean isOfQueries(int kind) {
    return switch (kind) {
      case Keyword.JSON_EXISTS, Keyword.JSON_QUERY, Keyword.JSON_SCALAR -> true;
      case Keyword.JSON_SERIALIZE, Keyword.JSON_TABLE, Keyword.JSON_VALUE -> true;
      case Keyword.MERGE_ACTION -> true;
      default -> false;
    };
  }

  static boolean startsAggregate(Tokens t) {
    int kind = t.kind();
    return (kind == Keyword.JSON_OBJECTAGG || kind == Keyword.JSON_ARRAYAGG) && t.second() == '(';
  }

  Expr call() {
    if (!t.is(Keyword.JSON_OBJECT) && !t.is(Keyword.JSON_ARRAY)) {
      String name = Keyword.name(t.kind()).toUpperCase(Locale.ROOT);
      throw ErrorReport.notSimulated(name).toException();
    }
    boolean object = t.is(Keyword.JSON_OBJECT);
    t.advance();
    t.expect('(');
    Expr call = object ? object() : array();
    t.expect(')');
    return call;
  }

  private Expr object() {
    if (t.is(')') || isOutput()) {
      return new JsonObjectConstructor(List.of(), optOutput(), false, false, location);
    }
    Expr first = g.primaries.calls().argument();
    boolean pair = t.is(':') || (t.is(Keyword.VALUE) && g.expressions.lastWasPlain());
    if (!pair || first instanceof io.pgdouble.engine.tree.NamedArgExpr) {
      return function(first);
    }
    List<JsonKeyValue> pairs = new ArrayList<>();
    pairs.add(valueOf(first));
    while (t.accept(',')) {
      pairs.add(pair());
    }
    boolean absent = absentOnNull(false);
    boolean unique = uniqueKeys(t);
    return new JsonObjectConstructor(List.copyOf(pairs), optOutput(), absent, unique, location);
  }

  private Expr function(Expr first) {
    List<Expr> args = new ArrayList<>();
    args.add(first);
    while (t.accept(',')) {
      args.add(g.primaries.calls().argument());
    }
    return FuncCall.of(List.of("pg_catalog", "json_object"), List.copyOf(args), location);
  }

  private JsonKeyValue pair() {
    Expr key = g.expressions.aExpr();
    if (!t.is(':') && !(t.is(Keyword.VALUE) && g.expressions.lastWasPlain())) {
      throw t.syntaxError();
    }
    return valueOf(key);
  }

  private JsonKeyValue valueOf(Expr key) {
    t.advance();
    return new JsonKeyValue(key, value(g.expressions.aExpr()));
  }

  private JsonValueExpr value(Expr expr) {
    return new JsonValueExpr(expr, optFormat());
  }

  private Expr array() {
    if (t.is(')') || isOutput()) {
      return new JsonArrayConstructor(List.of(), optOutput(), true, location);
    }
    Object first = g.primaries.exprOrBareSelect();
    if (first instanceof SelectStmt select) {
      JsonFormat format = optFormat();
      return new JsonArrayQueryConstructor(select, optOutput(), format, true, location);
    }
    List<JsonValueExpr> values = new ArrayList<>();
    values.add(value((Expr) first));
    while (t.accept(',')) {
      values.add(value(g.expressions.aExpr()));
    }
    boolean absent = absentOnNull(true);
    return new JsonArrayConstructor(List.copyOf(values), optOutput(), absent, location);
  }

  /** {@code json_aggregate_func} alone. */
  Expr aggregate() {
    return aggregate(false);
  }

  /** The same where FILTER and OVER may follow. */
  Expr windowedAggregate() {
    return aggregate(true);
  }

  private Expr aggregate(boolean windowed) {
    boolean object = t.is(Keyword.JSON_OBJECTAGG);
    t.advance();
    t.expect('(');
    return object ? objectAggregate(windowed) : arrayAggregate(windowed);
  }

  private Optional<Expr> filter(boolean windowed) {
    return windowed ? g.primaries.calls().optFilter() : Optional.empty();
  }

  private Optional<WindowDef> over(boolean windowed) {
    return windowed ? g.primaries.calls().optOver() : Optional.empty();
  }

  private Expr objectAggregate(boolean windowed) {
    JsonKeyValue arg = pair();
    boolean absent = absentOnNull(false);
    boolean unique = uniqueKeys(t);
    Optional<JsonOutput> output = optOutput();
    t.expect(')');
    Optional<Expr> filter = filter(windowed);
    return new JsonObjectAgg(arg, output, filter, over(windowed), absent, unique, location);
  }

  private Expr arrayAggregate(boolean windowed) {
    JsonValueExpr arg = value(g.expressions.aExpr());
    List<SortBy> order = g.selects.optSortClause();
    boolean absent = absentOnNull(true);
    Optional<JsonOutput> output = optOutput();
    t.expect(')');
    Optional<Expr> filter = filter(windowed);
    return new JsonArrayAgg(arg, output, order, filter, over(windowed), absent, location);
  }

  private boolean absentOnNull(boolean otherwise) {
    boolean absent = t.is(Keyword.ABSENT);
    if (!absent && !t.is(Keyword.NULL)) {
      return otherwise;
    }
    t.advance();
    t.expect(Keyword.ON, Keyword.NULL);
    return absent;
  }

  /** {@code json_key_uniqueness_constraint_opt}. */
  static boolean uniqueKeys(Tokens t) {
    boolean with = t.is(Keyword.WITH);
    if (!with && !t.is(Keyword.WITHOUT)) {
      return false;
    }
    t.advance();
    t.expect(Keyword.UNIQUE);
    t.accept(Keyword.KEYS);
    return with;
  }

  private JsonFormat optFormat() {
    int at = t.location();
    if (!t.accept(Token.FORMAT_LA)) {
      return new JsonFormat(JsonFormatType.DEFAULT, JsonEncoding.DEFAULT, -1);
    }
    t.expect(Keyword.JSON);
    return new JsonFormat(JsonFormatType.JSON, optEncoding(), at);
  }

  private JsonEncoding optEncoding() {
    if (!t.accept(Keyword.ENCODING)) {
      return JsonEncoding.DEFAULT;
    }
    String name = g.names.colId();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "utf8" -> JsonEncoding.UTF8;
      case "utf16" -> JsonEncoding.UTF16;
      case "utf32" -> JsonEncoding.UTF32;
      default -> {
        String message = "unrecognized JSON encoding: " + name;
        throw t.error(SqlState.INVALID_PARAMETER_VALUE, message, -1);
      }
    };
  }

  /** RETURNING begins an output clause, and is reserved. */
  private boolean isOutput() {
    return t.is(Keyword.RETURNING);
  }

  private Optional<JsonOutput> optOutput() {
    if (!t.accept(Keyword.RETURNING)) {
      return Optional.empty();
    }
    TypeName type = g.types.typename();
    return Optional.of(new JsonOutput(type, optFormat()));
  }
}
