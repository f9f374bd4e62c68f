package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** What is wrong with the text of a path ({@code jsonpath_yyerror}). */
final class JsonPathFault {
  private JsonPathFault() {}

  /** What can be wrong with a word, as 16 says it, and as 15 does. A table. */
  enum Word {
    STRING("unterminated quoted string", "unexpected end of quoted string"),
    UNICODE("invalid Unicode escape sequence", "invalid unicode sequence"),
    HEXADECIMAL("invalid hexadecimal character sequence", "invalid hex character sequence"),
    BACKSLASH("unexpected end after backslash", "unexpected end after backslash"),
    COMMENT("unexpected end of comment", "unexpected end of comment"),
    NUMBER("invalid numeric literal", "invalid numeric literal"),
    JUNK("trailing junk after numeric literal", "trailing junk after numeric literal");

    private final String since16;
    private final String in15;

    Word(String since16, String in15) {
      this.since16 = since16;
      this.in15 = in15;
    }

    /** The complaint; 14 is not known to say the same. */
    ReportedError at(int major, String shown) {
      if (!MajorChange.JSONPATH_NUMBERS_END_AT_SPACE.isIn(major)) {
        return ErrorReport.notSimulated("this text as a jsonpath").toException();
      }
      boolean new16 = MajorChange.JSONPATH_NUMBERS_AS_IN_SQL.isIn(major);
      return JsonPathFault.at(new16 ? since16 : in15, shown);
    }
  }

  /** A complaint, and where: at the end of the text if nothing is shown. */
  static ReportedError at(String message, String shown) {
    String where = shown.isEmpty() ? " at end" : " at or near \"" + shown + "\"";
    return new ReportedError(SqlState.SYNTAX_ERROR, message + where + " of jsonpath input");
  }

  static ReportedError invalid(SqlState state, String detail) {
    return ErrorReport.error(state, "invalid input syntax for type jsonpath")
        .withDetail(detail)
        .toException();
  }
}
