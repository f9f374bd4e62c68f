package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The door of this room: query strings in, raw parse trees out. */
public final class Parser {
  private Parser() {}

  /**
   * Parses a whole query string, which may hold any number of statements, or none.
   *
   * @param notices receives the notices and warnings the lexer gives, in order, as they are met:
   *     also before an error
   * @throws io.pgdouble.error.ReportedError 42601 and its kin with the text and the position (in
   *     characters, from 1) that PostgreSQL reports; 0A000 for a statement kind not simulated
   */
  public static List<RawStmt> parse(
      String sql, ParserSettings settings, Consumer<ErrorReport> notices) {
    try {
      return statements(new Tokens(sql, settings, notices));
    } catch (StackOverflowError deep) {
      throw Grammar.tooDeep().toException();
    }
  }

  /**
   * Parses the name of a type that stands alone ({@code parse_type.c: typeStringToTypeName}).
   *
   * @throws io.pgdouble.error.ReportedError 42601, with a position within the text
   */
  public static TypeName parseTypeName(String text, ParserSettings settings) {
    Tokens tokens = new Tokens(text, settings, notice -> {});
    TypeName name = new Grammar(tokens).types.typename();
    if (!tokens.is(Token.EOF)) {
      throw tokens.syntaxError();
    }
    return name;
  }

  /** {@code stmtmulti}: a statement's text begins behind the semicolon before it. */
  private static List<RawStmt> statements(Tokens tokens) {
    Statements statements = new Statements(new Grammar(tokens));
    List<RawStmt> all = new ArrayList<>();
    int start = 0;
    while (true) {
      boolean empty = tokens.is(Token.EOF) || tokens.is(';');
      Statement statement = empty ? null : statements.toplevel();
      boolean last = tokens.is(Token.EOF);
      if (!last && !tokens.is(';')) {
        throw tokens.syntaxError();
      }
      int length = last ? 0 : tokens.location() - start;
      if (statement != null) {
        all.add(new RawStmt(statement, start, length));
      }
      if (last) {
        return List.copyOf(all);
      }
      start = tokens.location() + 1;
      tokens.advance();
    }
  }
}
