package io.pgdouble.engine.plpgsql;

import io.pgdouble.type.TypeOid;

/**
 * What is compiled, and what its result is to be.
 *
 * @param name as the errors of its compilation call it
 * @param signature as contexts call it
 * @param check whether the SQL in it is parsed now
 */
record FunctionSource(
    String name, String signature, String source, Result result, SyntaxCheck check) {
  /** {@code plpgsql_check_syntax}. */
  enum SyntaxCheck {
    NOW,
    WHEN_RUN
  }

  /** What kind of routine it is, as far as RETURN depends on it. */
  enum Kind {
    FUNCTION,
    PROCEDURE,
    SET_RETURNING,
    TRIGGER
  }

  /**
   * What it returns.
   *
   * @param type {@code fn_rettype}
   */
  record Result(Kind kind, int type) {
    static final Result VOID = new Result(Kind.FUNCTION, TypeOid.VOID);
  }

  /** A block without a name ({@code plpgsql_compile_inline}). */
  static FunctionSource inline(String source, SyntaxCheck check) {
    return new FunctionSource("inline_code_block", "inline_code_block", source, Result.VOID, check);
  }
}
