package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.sql.Scanner;
import io.pgdouble.engine.sql.Scanner.Lexeme;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of a body: words become variables where they name them ({@code pl_scanner.c}). */
final class PlScanner {
  private static final Set<String> STATEMENT_STARTS = Set.of(";", "begin", "then", "else", "loop");

  private final Compilation compilation;
  private final String source;
  private final Scanner core;
  private final Deque<Lexeme> raw = new ArrayDeque<>();
  private final Deque<PlToken> given = new ArrayDeque<>();
  private PlToken last;
  Lookup lookup = Lookup.NORMAL;

  /** {@code IdentifierLookup}. */
  enum Lookup {
    NORMAL,
    /** No names are looked up where they are declared. */
    DECLARE,
    /** Within SQL, only fields of records are noted. */
    EXPRESSION
  }

  PlScanner(Compilation compilation) {
    this.compilation = compilation;
    this.source = compilation.function.source();
    this.core = new Scanner(source, compilation.settings, notice -> {});
  }

  /** {@code plpgsql_yylex}. */
  PlToken next() {
    last = given.isEmpty() ? resolved(lexeme()) : given.pop();
    return last;
  }

  /** {@code plpgsql_push_back_token}. */
  void pushBack(PlToken token) {
    given.push(token);
  }

  /** The next token, which stays to be read. */
  PlToken peek() {
    PlToken before = last;
    PlToken token = next();
    pushBack(token);
    last = before;
    return token;
  }

  /** The token last read. */
  PlToken last() {
    return last;
  }

  /** {@code plpgsql_peek}: whether a symbol comes next, without looking names up. */
  boolean isNextSymbol(String symbol) {
    if (!given.isEmpty()) {
      return given.peek().isSymbol(symbol);
    }
    Lexeme next = lexeme();
    raw.push(next);
    return isSymbol(next, symbol);
  }

  /** {@code plpgsql_peek2}: whether a name and {@code :=} come next. */
  boolean isNamedArgumentNext() {
    Lexeme first = lexeme();
    Lexeme second = lexeme();
    raw.push(second);
    raw.push(first);
    return isIdentifier(first) && isSymbol(second, ":=");
  }

  /** The next token as it stands there, without looking names up. */
  PlToken peekUnresolved() {
    Lexeme next = lexeme();
    raw.push(next);
    return plain(next);
  }

  private Lexeme lexeme() {
    return raw.isEmpty() ? core.next() : raw.pop();
  }

  private static boolean isSymbol(Lexeme lexeme, String symbol) {
    return lexeme.kind() == Scanner.Kind.SYMBOL && lexeme.text().equals(symbol);
  }

  private static boolean isIdentifier(Lexeme lexeme) {
    return lexeme.kind() == Scanner.Kind.WORD
        && (lexeme.quoted() || !PlToken.RESERVED_WORDS.contains(lexeme.text()));
  }

  private PlToken resolved(Lexeme first) {
    if (!isIdentifier(first) && first.kind() != Scanner.Kind.PARAMETER) {
      return plain(first);
    }
    Lexeme second = lexeme();
    if (!isSymbol(second, ".")) {
      raw.push(second);
      return word(first, reading(second));
    }
    Lexeme third = lexeme();
    if (!isIdentifier(third)) {
      raw.push(third);
      raw.push(second);
      return word(first, Reading.VARIABLE);
    }
    return compound(first, third);
  }

  /** At the start of a statement, a word that is not assigned to is no variable. */
  private Reading reading(Lexeme following) {
    boolean start =
        last != null
            && (last.kind() == PlToken.Kind.SYMBOL || last.kind() == PlToken.Kind.RESERVED)
            && STATEMENT_STARTS.contains(last.text());
    boolean variable =
        !start || isSymbol(following, "=") || isSymbol(following, ":=") || isSymbol(following, "[");
    return variable ? Reading.VARIABLE : Reading.WORD;
  }

  /** What a word may be. */
  private enum Reading {
    VARIABLE,
    WORD
  }

  private PlToken compound(Lexeme first, Lexeme third) {
    Lexeme fourth = lexeme();
    if (!isSymbol(fourth, ".")) {
      raw.push(fourth);
      return named(first, third, List.of(first.text(), third.text()));
    }
    Lexeme fifth = lexeme();
    if (!isIdentifier(fifth)) {
      raw.push(fifth);
      raw.push(fourth);
      return named(first, third, List.of(first.text(), third.text()));
    }
    return named(first, fifth, List.of(first.text(), third.text(), fifth.text()));
  }

  /** {@code plpgsql_parse_word}. */
  private PlToken word(Lexeme word, Reading reading) {
    Optional<Datum> datum = Optional.empty();
    if (reading == Reading.VARIABLE && lookup == Lookup.NORMAL) {
      datum = compilation.namespace.find(word.text()).map(Namespace.Found::datum);
    }
    boolean keyword =
        datum.isEmpty() && !word.quoted() && PlToken.UNRESERVED_WORDS.contains(word.text());
    PlToken.Kind kind =
        datum.isPresent()
            ? PlToken.Kind.DATUM
            : keyword ? PlToken.Kind.UNRESERVED : PlToken.Kind.WORD;
    String text = keyword && word.text().equals("elseif") ? "elsif" : word.text();
    return new PlToken(
        kind, text, List.of(), datum.orElse(null), 0, word.quoted(), word.start(), word.end());
  }

  /** {@code plpgsql_parse_dblword}, {@code plpgsql_parse_tripword}. */
  private PlToken named(Lexeme first, Lexeme lastPart, List<String> names) {
    Optional<Namespace.Found> found =
        lookup == Lookup.DECLARE
            ? Optional.empty()
            : compilation.namespace.find(names.toArray(String[]::new));
    Optional<Datum> datum = found.flatMap(one -> member(one, names));
    List<String> meant = datum.isPresent() ? meant(found.get(), names) : names;
    PlToken.Kind kind = datum.isPresent() ? PlToken.Kind.DATUM : PlToken.Kind.COMPOUND;
    return new PlToken(
        kind, "", meant, datum.orElse(null), 0, first.quoted(), first.start(), lastPart.end());
  }

  /** Those that name a variable or its field; one that is left is a field of that. */
  private static List<String> meant(Namespace.Found found, List<String> names) {
    return names.subList(0, Math.min(names.size(), found.names() + 1));
  }

  private Optional<Datum> member(Namespace.Found found, List<String> names) {
    int left = names.size() - found.names();
    if (left == 0) {
      return Optional.of(found.datum());
    }
    return found.datum() instanceof Datum.Rec record
        ? Optional.of(compilation.field(record, names.get(found.names())))
        : Optional.empty();
  }

  private static PlToken plain(Lexeme lexeme) {
    PlToken.Kind kind =
        switch (lexeme.kind()) {
          case WORD -> PlToken.Kind.RESERVED;
          case STRING -> PlToken.Kind.STRING;
          case INTEGER -> PlToken.Kind.INTEGER;
          case SYMBOL -> PlToken.Kind.SYMBOL;
          case CONSTANT, PARAMETER -> PlToken.Kind.CONSTANT;
          case END -> PlToken.Kind.END;
        };
    return new PlToken(
        kind,
        lexeme.text(),
        List.of(),
        null,
        lexeme.number(),
        lexeme.quoted(),
        lexeme.start(),
        lexeme.end());
  }

  /** A part of the body ({@code plpgsql_append_source_text}). */
  String text(int start, int end) {
    return source.substring(start, end);
  }

  /** {@code plpgsql_location_to_lineno}. */
  int line(PlToken token) {
    int line = 1;
    for (int i = 0; i < token.start(); i++) {
      line += source.charAt(i) == '\n' ? 1 : 0;
    }
    compilation.latestLine = line;
    return line;
  }

  /** {@code plpgsql_yyerror}: at the token last read. */
  ReportedError complaint(String message) {
    String where =
        last.start() >= source.length()
            ? " at end of input"
            : " at or near \"" + text(last.start(), last.end()) + "\"";
    return at(SqlState.SYNTAX_ERROR, message + where, last).toException();
  }

  ReportedError syntaxError() {
    return complaint("syntax error");
  }

  /** An error that points to a token ({@code parser_errposition}). */
  ErrorReport at(SqlState state, String message, PlToken token) {
    return ErrorReport.error(state, message)
        .with(ErrorField.INTERNAL_POSITION, Integer.toString(position(token.start())))
        .with(ErrorField.INTERNAL_QUERY, source);
  }

  /** The same, of bad syntax. */
  ReportedError error(String message, PlToken token) {
    return at(SqlState.SYNTAX_ERROR, message, token).toException();
  }

  /** Where an index lies, in characters from 1. */
  int position(int index) {
    return core.location(index) + 1;
  }

  String source() {
    return source;
  }
}
