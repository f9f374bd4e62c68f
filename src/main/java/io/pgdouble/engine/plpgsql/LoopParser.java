package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loops ({@code pl_gram.y: stmt_loop, stmt_while, stmt_for, stmt_foreach_a}). */
final class LoopParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;

  LoopParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  /** Behind the first keyword. */
  PlStatement loop(Optional<PlToken> label, PlToken first) {
    parser.push(Namespace.Kind.LOOP_LABEL, label);
    PlStatement loop =
        switch (first.text()) {
          case "loop" -> new LoopStatement(line(first), Optional.empty(), body(label));
          case "while" -> whileLoop(label, first);
          case "for" -> forLoop(label, first);
          default -> arrayLoop(label, first);
        };
    parser.compilation.namespace = parser.compilation.namespace.pop();
    return loop;
  }

  private int line(PlToken token) {
    return scanner.line(token);
  }

  private PlStatement whileLoop(Optional<PlToken> label, PlToken first) {
    PlExpression condition = sql.expression("loop", "LOOP");
    LoopBody body = body(label);
    return new LoopStatement(line(first), Optional.of(condition), body);
  }

  /** {@code loop_body}. */
  private LoopBody body(Optional<PlToken> label) {
    List<PlStatement> statements = parser.sequence();
    parser.expect("end");
    parser.expect("loop");
    parser.endLabel(label);
    parser.expectSymbol(";");
    return new LoopBody(label.map(PlToken::text), statements);
  }

  /**
   * {@code for_variable}: a name that may be a variable, or several.
   *
   * @param list present where there are several
   */
  record LoopVariable(PlToken name, int line, Optional<Datum.RowList> list) {
    boolean isRow() {
      return name.datum() != null && name.datum().isRow();
    }

    boolean isScalar() {
      return name.datum() != null && !name.datum().isRow();
    }
  }

  private LoopVariable variable() {
    PlToken name = scanner.next();
    int line = line(name);
    boolean several = scanner.peek().isSymbol(",");
    return switch (name.kind()) {
      case DATUM -> {
        boolean list = several && !name.datum().isRow();
        yield new LoopVariable(
            name, line, list ? Optional.of(parser.targets.scalars(name)) : Optional.empty());
      }
      case WORD -> {
        if (several) {
          scanner.next();
          throw sql.notVariable(name);
        }
        yield new LoopVariable(name, line, Optional.empty());
      }
      case COMPOUND -> throw sql.notVariable(name);
      case UNRESERVED, RESERVED, STRING, INTEGER, SYMBOL, CONSTANT, END ->
          throw scanner.syntaxError();
    };
  }

  private PlStatement forLoop(Optional<PlToken> label, PlToken first) {
    LoopVariable variable = variable();
    parser.expect("in");
    PlToken token = scanner.next();
    if (token.is("execute")) {
      DynamicSql text = text();
      return rows(label, first, variable, new RowLoopStatement.OfText(text));
    }
    boolean cursor =
        token.datum() instanceof Datum.Scalar scalar && scalar.type.oid() == TypeOid.REFCURSOR;
    if (cursor) {
      return cursorLoop(label, first, variable, token);
    }
    boolean reverse = token.isWord("reverse");
    if (!reverse) {
      scanner.pushBack(token);
    }
    SqlReader.Construct read =
        sql.read(
            new SqlReader.Wanted(ParseMode.STATEMENT, "LOOP", List.of("..", "loop")), "expression");
    if (read.end().isSymbol("..")) {
      IntegerLoopStatement.Direction direction =
          reverse ? IntegerLoopStatement.Direction.DOWN : IntegerLoopStatement.Direction.UP;
      return integerLoop(label, first, variable, lower(read, direction));
    }
    if (reverse) {
      throw scanner.error("cannot specify REVERSE in query FOR loop", token);
    }
    sql.check(read.expression(), read.start());
    return rows(label, first, variable, new RowLoopStatement.OfQuery(read.expression()));
  }

  private IntegerLoopStatement.Range lower(
      SqlReader.Construct read, IntegerLoopStatement.Direction direction) {
    PlExpression lower =
        new PlExpression(
            read.expression().query, ParseMode.EXPRESSION, read.expression().namespace);
    sql.check(lower, read.start());
    SqlReader.Construct upper = sql.checked(SqlReader.Wanted.expression("LOOP", "loop", "by"));
    Optional<PlExpression> step =
        upper.end().is("by") ? Optional.of(sql.expression("loop", "LOOP")) : Optional.empty();
    return new IntegerLoopStatement.Range(lower, upper.expression(), step, direction);
  }

  private PlStatement integerLoop(
      Optional<PlToken> label,
      PlToken first,
      LoopVariable variable,
      IntegerLoopStatement.Range range) {
    if (variable.list().isPresent()) {
      throw scanner.error("integer FOR loop must have only one target variable", variable.name());
    }
    Datum.Variable counter =
        parser.compilation.declare(
            variable.name().name(), variable.line(), parser.compilation.type(TypeOid.INT4));
    LoopBody body = body(label);
    return new IntegerLoopStatement(line(first), counter, range, body);
  }

  private DynamicSql text() {
    SqlReader.Construct text =
        sql.checked(SqlReader.Wanted.expression("LOOP or USING", "loop", "using"));
    List<PlExpression> parameters = new ArrayList<>();
    PlToken end = text.end();
    while (end.is("using") || end.isSymbol(",")) {
      SqlReader.Construct parameter =
          sql.checked(SqlReader.Wanted.expression(", or LOOP", ",", "loop"));
      parameters.add(parameter.expression());
      end = parameter.end();
    }
    return new DynamicSql(text.expression(), List.copyOf(parameters));
  }

  private PlStatement cursorLoop(
      Optional<PlToken> label, PlToken first, LoopVariable variable, PlToken cursor) {
    Datum.Scalar scalar = (Datum.Scalar) cursor.datum();
    if (variable.list().isPresent()) {
      throw scanner.error("cursor FOR loop must have only one target variable", variable.name());
    }
    if (scalar.cursorQuery == null) {
      throw scanner.error("cursor FOR loop must use a bound cursor variable", cursor);
    }
    Optional<PlExpression> arguments = new CursorArgumentParser(parser).arguments(scalar, "loop");
    Datum.Variable row =
        parser.compilation.declare(
            variable.name().name(), variable.line(), parser.compilation.type(TypeOid.RECORD));
    LoopBody body = body(label);
    return new RowLoopStatement(
        line(first), new RowLoopStatement.OfCursor(scalar, arguments), row, body);
  }

  private PlStatement rows(
      Optional<PlToken> label,
      PlToken first,
      LoopVariable variable,
      RowLoopStatement.Source source) {
    Datum target = rowTarget(variable, source);
    LoopBody body = body(label);
    return new RowLoopStatement(line(first), source, target, body);
  }

  private Datum rowTarget(LoopVariable variable, RowLoopStatement.Source source) {
    if (variable.list().isPresent()) {
      return variable.list().get();
    }
    if (variable.isRow()) {
      sql.checkAssignable(variable.name().datum(), variable.name());
      return variable.name().datum();
    }
    if (variable.isScalar()) {
      return parser.targets.single(variable.name());
    }
    String message =
        "loop variable of loop over rows must be a record variable or list of scalar"
            + " variables";
    SqlState state =
        source instanceof RowLoopStatement.OfText
            ? SqlState.DATATYPE_MISMATCH
            : SqlState.SYNTAX_ERROR;
    throw scanner.at(state, message, variable.name()).toException();
  }

  private PlStatement arrayLoop(Optional<PlToken> label, PlToken first) {
    LoopVariable variable = variable();
    int slice = 0;
    PlToken token = scanner.next();
    if (token.is("slice")) {
      PlToken number = scanner.next();
      if (number.kind() != PlToken.Kind.INTEGER) {
        throw scanner.syntaxError();
      }
      slice = number.number();
      token = scanner.next();
    }
    if (!token.is("in")) {
      throw scanner.syntaxError();
    }
    parser.expect("array");
    PlExpression array = sql.expression("loop", "LOOP");
    LoopBody body = body(label);
    int line = line(first);
    Datum target = arrayTarget(variable);
    return new ArrayLoopStatement(
        line, new ArrayLoopStatement.Elements(target, slice, array), body);
  }

  private Datum arrayTarget(LoopVariable variable) {
    if (variable.list().isPresent()) {
      return variable.list().get();
    }
    if (variable.name().datum() == null) {
      throw scanner.error(
          "loop variable of FOREACH must be a known variable or list of variables",
          variable.name());
    }
    sql.checkAssignable(variable.name().datum(), variable.name());
    return variable.name().datum();
  }
}
