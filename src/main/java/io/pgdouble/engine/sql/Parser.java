package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
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
    requireEnd(tokens);
    return name;
  }

  /**
   * Parses an expression of PL/pgSQL ({@code RAW_PARSE_PLPGSQL_EXPR}): a SELECT without this word.
   *
   * @throws io.pgdouble.error.ReportedError 42601, with a position within the text
   */
  public static SelectStmt parsePlpgsqlExpr(String text, ParserSettings settings) {
    Tokens tokens = new Tokens(text, settings, notice -> {});
    SelectStmt select = new Grammar(tokens).selects.plpgsqlExpr();
    requireEnd(tokens);
    return select;
  }

  /**
   * An assignment of PL/pgSQL.
   *
   * @param location of the target
   * @param indirection what follows the target's first name
   */
  public record PlAssign(int location, List<Indirection> indirection, SelectStmt value) {}

  /**
   * Parses an assignment ({@code PLAssignStmt}).
   *
   * @throws io.pgdouble.error.ReportedError 42601, with a position within the text
   */
  public static PlAssign parsePlpgsqlAssign(String text, ParserSettings settings) {
    Tokens tokens = new Tokens(text, settings, notice -> {});
    Grammar grammar = new Grammar(tokens);
    int location = tokens.location();
    if (!tokens.accept(Token.PARAM)) {
      grammar.names.colId();
    }
    List<Indirection> indirection = grammar.names.optIndirection();
    if (!tokens.accept('=')) {
      tokens.expect(Token.COLON_EQUALS);
    }
    SelectStmt value = grammar.selects.plpgsqlExpr();
    requireEnd(tokens);
    return new PlAssign(location, indirection, value);
  }

  private static void requireEnd(Tokens tokens) {
    if (!tokens.is(Token.EOF)) {
      throw tokens.syntaxError();
    }
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
