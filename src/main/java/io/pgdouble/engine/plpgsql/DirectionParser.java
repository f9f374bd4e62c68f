package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.tree.FetchDirection;
import java.util.Optional;

/** Where FETCH and MOVE go ({@code pl_gram.y: read_fetch_direction}). */
final class DirectionParser {
  private final PlScanner scanner;
  private final SqlReader sql;

  DirectionParser(PlParser parser) {
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  FetchStatement.Step direction() {
    PlToken token = next();
    if (token.isWord("next")) {
      return from(step(FetchDirection.FORWARD, 1));
    }
    if (token.isWord("prior")) {
      return from(step(FetchDirection.BACKWARD, 1));
    }
    if (token.isWord("first")) {
      return from(step(FetchDirection.ABSOLUTE, 1));
    }
    if (token.isWord("last")) {
      return from(step(FetchDirection.ABSOLUTE, -1));
    }
    if (token.isWord("absolute")) {
      return computed(FetchDirection.ABSOLUTE, FetchStatement.Rows.ONE);
    }
    if (token.isWord("relative")) {
      return computed(FetchDirection.RELATIVE, FetchStatement.Rows.ONE);
    }
    if (token.isWord("all")) {
      return from(all(FetchDirection.FORWARD));
    }
    if (token.isWord("forward")) {
      return complete(FetchDirection.FORWARD);
    }
    return token.isWord("backward") ? complete(FetchDirection.BACKWARD) : without(token);
  }

  /** There is no word for it: a count, or nothing at all. */
  private FetchStatement.Step without(PlToken token) {
    if (token.is("from") || token.is("in")) {
      return step(FetchDirection.FORWARD, 1);
    }
    scanner.pushBack(token);
    return token.kind() == PlToken.Kind.DATUM
        ? step(FetchDirection.FORWARD, 1)
        : computed(FetchDirection.FORWARD, FetchStatement.Rows.SEVERAL);
  }

  /** {@code complete_direction}. */
  private FetchStatement.Step complete(FetchDirection direction) {
    PlToken token = next();
    if (token.is("from") || token.is("in")) {
      return step(direction, 1);
    }
    if (token.is("all")) {
      return from(all(direction));
    }
    scanner.pushBack(token);
    return computed(direction, FetchStatement.Rows.SEVERAL);
  }

  private PlToken next() {
    PlToken token = scanner.next();
    if (token.isEnd()) {
      throw scanner.complaint("unexpected end of function definition");
    }
    return token;
  }

  private static FetchStatement.Step step(FetchDirection direction, long count) {
    return new FetchStatement.Step(direction, count, Optional.empty(), FetchStatement.Rows.ONE);
  }

  private static FetchStatement.Step all(FetchDirection direction) {
    return new FetchStatement.Step(
        direction, Long.MAX_VALUE, Optional.empty(), FetchStatement.Rows.SEVERAL);
  }

  private FetchStatement.Step computed(FetchDirection direction, FetchStatement.Rows rows) {
    PlExpression count =
        sql.checked(SqlReader.Wanted.expression("FROM or IN", "from", "in")).expression();
    return new FetchStatement.Step(direction, 1, Optional.of(count), rows);
  }

  private FetchStatement.Step from(FetchStatement.Step step) {
    PlToken token = scanner.next();
    if (!token.is("from") && !token.is("in")) {
      throw scanner.complaint("expected FROM or IN");
    }
    return step;
  }
}
