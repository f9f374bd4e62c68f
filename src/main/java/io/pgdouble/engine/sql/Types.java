package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** Type names ({@code gram.y: Typename}). */
final class Types {
  private static final int FULL_RANGE = 0x7FFF;
  private static final int MONTH = 1 << 1;
  private static final int YEAR = 1 << 2;
  private static final int DAY = 1 << 3;
  private static final int HOUR = 1 << 10;
  private static final int MINUTE = 1 << 11;
  private static final int SECOND = 1 << 12;
  private static final List<Expr> NO_TYPMODS = List.of();

  private final Grammar g;
  private final Tokens t;

  Types(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  TypeName typename() {
    boolean setof = t.accept(Keyword.SETOF);
    return bounded(simpleTypename(), setof);
  }

  /** Adds SETOF and the array bounds that follow. */
  private TypeName bounded(TypeName simple, boolean setof) {
    if (!setof && !t.is('[') && !t.is(Keyword.ARRAY)) {
      return simple;
    }
    return new TypeName(
        simple.names(), setof, simple.pctType(), simple.typmods(), bounds(), simple.location());
  }

  private List<Integer> bounds() {
    if (t.accept(Keyword.ARRAY)) {
      if (!t.accept('[')) {
        return List.of(-1);
      }
      int bound = t.iconst();
      t.expect(']');
      return List.of(bound);
    }
    List<Integer> bounds = new ArrayList<>();
    while (t.accept('[')) {
      bounds.add(t.is(']') ? -1 : t.iconst());
      t.expect(']');
    }
    return List.copyOf(bounds);
  }

  /** {@code func_type}: also {@code column%TYPE}. */
  TypeName funcType() {
    boolean setof = t.accept(Keyword.SETOF);
    int location = t.location();
    if (!Keyword.isTypeFunctionName(t.kind()) || t.second() != '.') {
      return bounded(simpleTypename(), setof);
    }
    List<String> names = g.names.dotted(t.take());
    if (t.accept('%')) {
      t.expect(Keyword.TYPE);
      return new TypeName(names, setof, true, NO_TYPMODS, List.of(), location);
    }
    return bounded(type(names, optTypeModifiers(), location), setof);
  }

  TypeName simpleTypename() {
    int location = t.location();
    int kind = t.kind();
    if (kind == Keyword.INTERVAL) {
      t.advance();
      return system("interval", intervalModifiers(), location);
    }
    if (startsConstTypename()) {
      return keywordType(false);
    }
    List<String> names = List.of(g.names.typeFunctionName());
    if (t.is('.')) {
      names = g.names.dotted(names.get(0));
    }
    return type(names, optTypeModifiers(), location);
  }

  private List<Expr> intervalModifiers() {
    return t.is('(') ? intervalPrecision() : optInterval();
  }

  private List<Expr> optTypeModifiers() {
    return t.is('(') ? g.expressions.parenthesizedList() : NO_TYPMODS;
  }

  private static TypeName type(List<String> names, List<Expr> typmods, int location) {
    return new TypeName(names, false, false, typmods, List.of(), location);
  }

  static TypeName system(String name, List<Expr> typmods, int location) {
    return type(List.of("pg_catalog", name), typmods, location);
  }

  static AConst integer(int value, int location) {
    return new AConst(new IntegerValue(value), location);
  }

  /** Whether a type with a keyword of its own, INTERVAL excepted, begins here. */
  boolean startsConstTypename() {
    return switch (t.kind()) {
      case Keyword.INT,
          Keyword.INTEGER,
          Keyword.SMALLINT,
          Keyword.BIGINT,
          Keyword.REAL,
          Keyword.FLOAT,
          Keyword.DECIMAL,
          Keyword.DEC,
          Keyword.NUMERIC,
          Keyword.BOOLEAN,
          Keyword.BIT,
          Keyword.CHARACTER,
          Keyword.CHAR,
          Keyword.VARCHAR,
          Keyword.NATIONAL,
          Keyword.NCHAR,
          Keyword.TIMESTAMP,
          Keyword.TIME ->
          true;
      case Keyword.DOUBLE -> t.second() == Keyword.PRECISION;
      default -> false;
    };
  }

  /** {@code ConstTypename}: a type before a string literal. */
  TypeName constTypename() {
    return keywordType(true);
  }

  private TypeName keywordType(boolean constant) {
    int location = t.location();
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.INT, Keyword.INTEGER -> system("int4", NO_TYPMODS, location);
      case Keyword.SMALLINT -> system("int2", NO_TYPMODS, location);
      case Keyword.BIGINT -> system("int8", NO_TYPMODS, location);
      case Keyword.REAL -> system("float4", NO_TYPMODS, location);
      case Keyword.BOOLEAN -> system("bool", NO_TYPMODS, location);
      case Keyword.FLOAT -> system(floatName(), NO_TYPMODS, location);
      case Keyword.DOUBLE -> doublePrecision(location);
      case Keyword.DECIMAL, Keyword.DEC, Keyword.NUMERIC ->
          system("numeric", optTypeModifiers(), location);
      case Keyword.BIT -> bit(constant, location);
      case Keyword.TIMESTAMP, Keyword.TIME -> datetime(kind, location);
      default -> character(kind, constant, location);
    };
  }

  private TypeName doublePrecision(int location) {
    t.expect(Keyword.PRECISION);
    return system("float8", NO_TYPMODS, location);
  }

  private String floatName() {
    if (!t.is('(')) {
      return "float8";
    }
    t.advance();
    int location = t.location();
    int precision = t.iconst();
    t.expect(')');
    if (precision < 1) {
      throw precisionError("precision for type float must be at least 1 bit", location);
    }
    if (precision > 53) {
      throw precisionError("precision for type float must be less than 54 bits", location);
    }
    return precision <= 24 ? "float4" : "float8";
  }

  private RuntimeException precisionError(String message, int location) {
    return t.error(SqlState.INVALID_PARAMETER_VALUE, message, location);
  }

  private TypeName bit(boolean constant, int location) {
    String name = t.accept(Keyword.VARYING) ? "varbit" : "bit";
    if (t.is('(')) {
      return system(name, g.expressions.parenthesizedList(), location);
    }
    // Without a length a column is bit(1), and a literal as long as it is.
    boolean one = name.equals("bit") && !constant;
    return system(name, one ? List.of(integer(1, -1)) : NO_TYPMODS, location);
  }

  private TypeName character(int kind, boolean constant, int location) {
    if (kind == Keyword.NATIONAL && !t.accept(Keyword.CHARACTER)) {
      t.expect(Keyword.CHAR);
    }
    boolean varying = kind == Keyword.VARCHAR || t.accept(Keyword.VARYING);
    String name = varying ? "varchar" : "bpchar";
    if (t.accept('(')) {
      Expr length = integer(t.number(), t.location());
      t.iconst();
      t.expect(')');
      return system(name, List.of(length), location);
    }
    boolean one = !varying && !constant;
    return system(name, one ? List.of(integer(1, -1)) : NO_TYPMODS, location);
  }

  private TypeName datetime(int kind, int location) {
    List<Expr> typmods = NO_TYPMODS;
    if (t.accept('(')) {
      typmods = List.of(integer(t.number(), t.location()));
      t.iconst();
      t.expect(')');
    }
    String name = kind == Keyword.TIME ? "time" : "timestamp";
    return system(optTimezone() ? name + "tz" : name, typmods, location);
  }

  private boolean optTimezone() {
    boolean with = t.is(Token.WITH_LA);
    if (with || t.is(Token.WITHOUT_LA)) {
      t.advance();
      t.expect(Keyword.TIME, Keyword.ZONE);
    }
    return with;
  }

  /** {@code '(' Iconst ')'} after INTERVAL: the whole range with a precision. */
  List<Expr> intervalPrecision() {
    t.expect('(');
    int location = t.location();
    int precision = t.iconst();
    t.expect(')');
    return List.of(integer(FULL_RANGE, -1), integer(precision, location));
  }

  /** {@code opt_interval}: which fields, as {@code INTERVAL_MASK} bits, and a precision. */
  List<Expr> optInterval() {
    int location = t.location();
    return switch (t.kind()) {
      case Keyword.YEAR -> fields(YEAR, location);
      case Keyword.MONTH -> fields(MONTH, location);
      case Keyword.DAY -> fields(DAY, location);
      case Keyword.HOUR -> fields(HOUR, location);
      case Keyword.MINUTE -> fields(MINUTE, location);
      case Keyword.SECOND -> second(SECOND, location);
      default -> NO_TYPMODS;
    };
  }

  private List<Expr> fields(int first, int location) {
    t.advance();
    if (first == MONTH || !t.accept(Keyword.TO)) {
      return List.of(integer(first, location));
    }
    int kind = t.kind();
    if (first == YEAR) {
      t.expect(Keyword.MONTH);
      return List.of(integer(YEAR | MONTH, location));
    }
    if (first == DAY && t.accept(Keyword.HOUR)) {
      return List.of(integer(DAY | HOUR, location));
    }
    int mask = first == DAY ? DAY | HOUR | MINUTE : first | MINUTE;
    if (kind == Keyword.MINUTE && first != MINUTE) {
      t.advance();
      return List.of(integer(mask, location));
    }
    return second(mask | SECOND, location);
  }

  private List<Expr> second(int mask, int location) {
    t.expect(Keyword.SECOND);
    Expr fields = integer(mask, location);
    if (!t.accept('(')) {
      return List.of(fields);
    }
    Expr precision = integer(t.number(), t.location());
    t.iconst();
    t.expect(')');
    return List.of(fields, precision);
  }
}
