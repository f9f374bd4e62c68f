package io.pgdouble.engine.plpgsql;

import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code pl_gram.y: stmt_case, make_case}. */
final class CaseParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;

  CaseParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  PlStatement statement(PlToken first) {
    Optional<PlExpression> tested = Optional.empty();
    PlToken token = scanner.next();
    if (!token.is("when")) {
      scanner.pushBack(token);
      tested = Optional.of(sql.expression("when", "WHEN"));
    }
    List<IfStatement.Branch> branches = new ArrayList<>();
    do {
      PlToken when = scanner.last();
      PlExpression condition = sql.expression("then", "THEN");
      branches.add(new IfStatement.Branch(condition, parser.sequence()));
      scanner.line(when);
      token = scanner.next();
    } while (token.is("when"));
    Optional<List<PlStatement>> otherwise = Optional.empty();
    if (token.is("else")) {
      otherwise = Optional.of(parser.sequence());
      token = scanner.next();
    }
    if (!token.is("end")) {
      throw scanner.syntaxError();
    }
    parser.expect("case");
    parser.expectSymbol(";");
    int line = scanner.line(first);
    Optional<Datum.Scalar> variable = tested.map(expression -> variable(line));
    List<IfStatement.Branch> compared =
        variable
            .map(kept -> branches.stream().map(one -> compared(one, kept)).toList())
            .orElse(branches);
    return new CaseStatement(
        line,
        tested.map(expression -> new CaseStatement.Tested(expression, variable.get())),
        compared,
        otherwise);
  }

  /** Keeps what is compared; of which type that is turns out when it runs. */
  private Datum.Scalar variable(int line) {
    String name = "__Case__Variable_" + parser.compilation.datums.size() + "__";
    return (Datum.Scalar)
        parser.compilation.declare(name, line, parser.compilation.type(TypeOid.INT4));
  }

  private IfStatement.Branch compared(IfStatement.Branch branch, Datum.Scalar variable) {
    PlExpression condition =
        new PlExpression(
            "\"" + variable.name + "\" IN (" + branch.condition().query + ")",
            ParseMode.EXPRESSION,
            parser.compilation.namespace);
    return new IfStatement.Branch(condition, branch.statements());
  }
}
