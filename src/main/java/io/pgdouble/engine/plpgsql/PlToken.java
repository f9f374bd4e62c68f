package io.pgdouble.engine.plpgsql;

import java.util.List;
import java.util.Set;

/**
 * A token as PL/pgSQL's grammar sees it.
 *
 * @param text of a word, a string, a symbol
 * @param names of a word that is compound: all of them
 * @param datum what it names; null where it names nothing
 * @param start index of its first character in the body
 */
record PlToken(
    Kind kind,
    String text,
    List<String> names,
    Datum datum,
    int number,
    boolean quoted,
    int start,
    int end) {
  /** What a token is. */
  enum Kind {
    /** {@code T_WORD}. */
    WORD,
    /** {@code T_CWORD}. */
    COMPOUND,
    /** {@code T_DATUM}. */
    DATUM,
    /** A word that has a meaning in places. */
    UNRESERVED,
    RESERVED,
    STRING,
    INTEGER,
    SYMBOL,
    CONSTANT,
    END
  }

  /** {@code pl_reserved_kwlist.h}. */
  static final Set<String> RESERVED_WORDS =
      Set.of(
          "all", "begin", "by", "case", "declare", "else", "end", "execute", "for", "foreach",
          "from", "if", "in", "into", "loop", "not", "null", "or", "strict", "then", "to", "using",
          "when", "while");

  /** {@code pl_unreserved_kwlist.h}. */
  static final Set<String> UNRESERVED_WORDS =
      Set.of(
          "absolute",
          "alias",
          "and",
          "array",
          "assert",
          "backward",
          "call",
          "chain",
          "close",
          "collate",
          "column",
          "column_name",
          "commit",
          "constant",
          "constraint",
          "constraint_name",
          "continue",
          "current",
          "cursor",
          "datatype",
          "debug",
          "default",
          "detail",
          "diagnostics",
          "do",
          "dump",
          "elseif",
          "elsif",
          "errcode",
          "error",
          "exception",
          "exit",
          "fetch",
          "first",
          "forward",
          "get",
          "hint",
          "import",
          "info",
          "insert",
          "is",
          "last",
          "log",
          "merge",
          "message",
          "message_text",
          "move",
          "next",
          "no",
          "notice",
          "open",
          "option",
          "perform",
          "pg_context",
          "pg_datatype_name",
          "pg_exception_context",
          "pg_exception_detail",
          "pg_exception_hint",
          "print_strict_params",
          "prior",
          "query",
          "raise",
          "relative",
          "return",
          "returned_sqlstate",
          "reverse",
          "rollback",
          "row_count",
          "rowtype",
          "schema",
          "schema_name",
          "scroll",
          "slice",
          "sqlstate",
          "stacked",
          "table",
          "table_name",
          "type",
          "use_column",
          "use_variable",
          "variable_conflict",
          "warning");

  boolean isEnd() {
    return kind == Kind.END;
  }

  /** Whether it is this symbol. */
  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it is this keyword, reserved or not, and no variable. */
  boolean is(String keyword) {
    return (kind == Kind.RESERVED || kind == Kind.UNRESERVED) && text.equals(keyword);
  }

  /** {@code tok_is_keyword}: also where a variable has the same name. */
  boolean isWord(String keyword) {
    boolean variable = kind == Kind.DATUM && !quoted && names.isEmpty();
    return is(keyword) || variable && text.equals(keyword);
  }

  /** {@code assign_operator}. */
  boolean isAssignment() {
    return isSymbol("=") || isSymbol(":=");
  }

  /** {@code NameOfDatum}, {@code NameListToString}. */
  String name() {
    return names.isEmpty() ? text : String.join(".", names);
  }
}
