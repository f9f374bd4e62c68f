package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.transaction.Chaining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements by their first token ({@code pl_gram.y: proc_stmt}). */
final class StatementParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;
  private final LoopParser loops;
  private final CursorParser cursors;
  private final SqlStatementParser statements;

  StatementParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
    this.loops = new LoopParser(parser);
    this.cursors = new CursorParser(parser);
    this.statements = new SqlStatementParser(parser);
  }

  /** Empty for NULL, which is nothing. */
  Optional<PlStatement> statement() {
    Optional<PlToken> label = parser.optLabel();
    PlToken first = scanner.peek();
    if (first.is("declare") || first.is("begin")) {
      BlockStatement block = parser.block(label);
      parser.expectSymbol(";");
      return Optional.of(block);
    }
    scanner.next();
    if (first.is("loop") || first.is("while") || first.is("for") || first.is("foreach")) {
      return Optional.of(loops.loop(label, first));
    }
    if (label.isPresent()) {
      throw scanner.syntaxError();
    }
    if (first.kind() == PlToken.Kind.DATUM) {
      return Optional.of(assignment(first));
    }
    return switch (first.kind()) {
      case RESERVED -> reserved(first);
      case UNRESERVED -> Optional.of(unreserved(first));
      case WORD, COMPOUND -> Optional.of(statements.plain(first));
      case DATUM, STRING, INTEGER, SYMBOL, CONSTANT, END -> throw scanner.syntaxError();
    };
  }

  private Optional<PlStatement> reserved(PlToken first) {
    return switch (first.text()) {
      case "null" -> {
        parser.expectSymbol(";");
        yield Optional.empty();
      }
      case "if" -> Optional.of(ifStatement(first));
      case "case" -> Optional.of(new CaseParser(parser).statement(first));
      case "execute" -> Optional.of(statements.execute(first));
      default -> throw scanner.syntaxError();
    };
  }

  private PlStatement unreserved(PlToken first) {
    return switch (first.text()) {
      case "raise" -> new RaiseParser(parser).raise(first);
      case "return" -> new ReturnParser(parser).statement(first);
      case "perform" -> statements.perform(first);
      case "call", "do" -> statements.call(first);
      case "get" -> new DiagnosticsParser(parser).get(first);
      case "open" -> cursors.open(first);
      case "fetch" -> cursors.fetch(first);
      case "move" -> cursors.move(first);
      case "close" -> cursors.close(first);
      case "exit" -> exit(first, Outcome.EXIT);
      case "continue" -> exit(first, Outcome.CONTINUE);
      case "assert" -> assertion(first);
      case "commit" -> transaction(first, TransactionStatement.End.COMMIT);
      case "rollback" -> transaction(first, TransactionStatement.End.ROLLBACK);
      case "insert", "import", "merge" -> statements.plain(first);
      default -> throw scanner.syntaxError();
    };
  }

  private PlStatement assignment(PlToken target) {
    sql.checkAssignable(target.datum(), target);
    int line = scanner.line(target);
    scanner.pushBack(target);
    SqlReader.Wanted wanted = new SqlReader.Wanted(ParseMode.assignment(target), ";", List.of(";"));
    PlExpression expression = sql.checked(wanted).expression();
    return new AssignStatement(line, target.datum(), expression);
  }

  private PlStatement ifStatement(PlToken first) {
    List<IfStatement.Branch> branches = new ArrayList<>();
    PlToken keyword = first;
    do {
      PlExpression condition = sql.expression("then", "THEN");
      branches.add(new IfStatement.Branch(condition, parser.sequence()));
      keyword = scanner.next();
    } while (keyword.is("elsif"));
    List<PlStatement> otherwise = List.of();
    if (keyword.is("else")) {
      otherwise = parser.sequence();
      keyword = scanner.next();
    }
    if (!keyword.is("end")) {
      throw scanner.syntaxError();
    }
    parser.expect("if");
    parser.expectSymbol(";");
    return new IfStatement(scanner.line(first), branches, otherwise);
  }

  private PlStatement exit(PlToken first, Outcome outcome) {
    Optional<PlToken> label = Optional.empty();
    PlToken token = scanner.next();
    if (!token.isSymbol(";") && !token.is("when")) {
      parser.requireIdentifier(token);
      label = Optional.of(token);
      token = scanner.next();
    }
    Optional<PlExpression> condition = Optional.empty();
    if (token.is("when")) {
      condition = Optional.of(sql.expression(";"));
    } else if (!token.isSymbol(";")) {
      throw scanner.syntaxError();
    }
    int line = scanner.line(first);
    checkExit(first, outcome, label);
    return new ExitStatement(line, outcome, label.map(PlToken::text), condition);
  }

  private void checkExit(PlToken first, Outcome outcome, Optional<PlToken> label) {
    Namespace namespace = parser.compilation.namespace;
    if (label.isEmpty() && !namespace.isInLoop()) {
      throw scanner.error(
          outcome == Outcome.EXIT
              ? "EXIT cannot be used outside a loop, unless it has a label"
              : "CONTINUE cannot be used outside a loop",
          first);
    }
    if (label.isEmpty()) {
      return;
    }
    String name = label.get().text();
    Namespace found =
        namespace
            .findLabel(name)
            .orElseThrow(
                () ->
                    scanner.error(
                        "there is no label \""
                            + name
                            + "\" attached to any block or loop enclosing this statement",
                        label.get()));
    if (outcome == Outcome.CONTINUE && found.kind() != Namespace.Kind.LOOP_LABEL) {
      throw scanner.error("block label \"" + name + "\" cannot be used in CONTINUE", label.get());
    }
  }

  private PlStatement assertion(PlToken first) {
    int line = scanner.line(first);
    SqlReader.Construct condition = sql.checked(SqlReader.Wanted.expression(", or ;", ",", ";"));
    Optional<PlExpression> message =
        condition.end().isSymbol(",") ? Optional.of(sql.expression(";")) : Optional.empty();
    return new AssertStatement(line, condition.expression(), message);
  }

  private PlStatement transaction(PlToken first, TransactionStatement.End end) {
    Chaining chaining = Chaining.NO_CHAIN;
    PlToken token = scanner.next();
    if (token.is("and")) {
      token = scanner.next();
      boolean no = token.is("no");
      if (no) {
        token = scanner.next();
      }
      if (!token.is("chain")) {
        throw scanner.syntaxError();
      }
      chaining = no ? Chaining.NO_CHAIN : Chaining.AND_CHAIN;
      token = scanner.next();
    }
    if (!token.isSymbol(";")) {
      throw scanner.syntaxError();
    }
    return new TransactionStatement(scanner.line(first), end, chaining);
  }
}
