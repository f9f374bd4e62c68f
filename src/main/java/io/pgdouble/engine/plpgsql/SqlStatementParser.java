package io.pgdouble.engine.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements that are SQL, or nearly ({@code pl_gram.y: make_execsql_stmt}). */
final class SqlStatementParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;

  SqlStatementParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  /** Any statement of SQL, behind its first token. */
  PlStatement plain(PlToken first) {
    boolean word = first.kind() == PlToken.Kind.WORD || first.kind() == PlToken.Kind.COMPOUND;
    if (word) {
      requireStatement(first);
    }
    PlScanner.Lookup before = scanner.lookup;
    scanner.lookup = PlScanner.Lookup.EXPRESSION;
    StatementEnd end = new StatementEnd(parser, first);
    end.find();
    scanner.lookup = before;
    String text = end.text().stripTrailing();
    PlExpression expression =
        new PlExpression(text, ParseMode.STATEMENT, parser.compilation.namespace);
    sql.check(expression, first.start());
    return new SqlStatement(scanner.line(first), expression, end.into());
  }

  /** What is assigned to, and is no variable, is told as such. */
  private void requireStatement(PlToken first) {
    PlToken next = scanner.next();
    scanner.pushBack(next);
    if (next.isAssignment() || next.isSymbol("[") || next.isSymbol(".")) {
      throw sql.notVariable(first);
    }
  }

  PlStatement perform(PlToken first) {
    int line = scanner.line(first);
    scanner.pushBack(first);
    SqlReader.Construct read =
        sql.read(new SqlReader.Wanted(ParseMode.STATEMENT, ";", List.of(";")), "statement");
    String query = "SELECT" + read.expression().query.substring("perform".length());
    PlExpression select = new PlExpression(query, ParseMode.STATEMENT, read.expression().namespace);
    sql.check(select, read.start() + 1);
    return new PerformStatement(line, select);
  }

  PlStatement call(PlToken first) {
    int line = scanner.line(first);
    scanner.pushBack(first);
    return new CallStatement(line, first.text().toUpperCase(Locale.ROOT), sql.statement());
  }

  PlStatement execute(PlToken first) {
    SqlReader.Construct text =
        sql.checked(SqlReader.Wanted.expression("INTO or USING or ;", "into", "using", ";"));
    int line = scanner.line(first);
    Optional<TargetReader.Into> into = Optional.empty();
    List<PlExpression> parameters = new ArrayList<>();
    PlToken end = text.end();
    while (!end.isSymbol(";")) {
      boolean again = end.is("into") ? into.isPresent() : !parameters.isEmpty();
      if (again || !end.is("into") && !end.is("using")) {
        throw scanner.syntaxError();
      }
      if (end.is("into")) {
        into = Optional.of(parser.targets.intoTarget());
        end = scanner.next();
      } else {
        end = using(parameters);
      }
    }
    return new ExecuteStatement(
        line, new DynamicSql(text.expression(), List.copyOf(parameters)), into);
  }

  private PlToken using(List<PlExpression> parameters) {
    PlToken end;
    do {
      SqlReader.Construct parameter =
          sql.checked(SqlReader.Wanted.expression(", or ; or INTO", ",", ";", "into"));
      parameters.add(parameter.expression());
      end = parameter.end();
    } while (end.isSymbol(","));
    return end;
  }
}
