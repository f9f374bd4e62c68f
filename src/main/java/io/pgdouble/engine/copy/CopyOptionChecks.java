package io.pgdouble.engine.copy;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;

/** Which of COPY's options go together ({@code copy.c: ProcessCopyOptions}, in its order). */
public final class CopyOptionChecks {
  /** The major in which these errors got other words. */
  private static final int REWORDED = 17;

  private static final String UNSAFE = "\\.abcdefghijklmnopqrstuvwxyz0123456789";

  private final CopyOptionReader given;
  private final boolean csv;

  private CopyOptionChecks(CopyOptionReader given) {
    this.given = given;
    this.csv = given.format == CopyFormat.CSV;
  }

  /** Which way data go. */
  public enum Direction {
    FROM,
    TO
  }

  /**
   * The options of a statement.
   *
   * @throws ReportedError where they are wrong, or do not go together
   */
  public static CopyOptions of(List<DefElem> options, Direction direction, int major) {
    try {
      return checked(options, direction);
    } catch (ReportedError e) {
      if (major >= REWORDED) {
        throw ErrorReport.notSimulated("what is wrong with COPY's options, since 17").toException();
      }
      throw e;
    }
  }

  private static CopyOptions checked(List<DefElem> options, Direction direction) {
    CopyOptionReader reader = new CopyOptionReader(direction);
    options.forEach(reader::read);
    CopyOptionChecks checks = new CopyOptionChecks(reader);
    checks.checkBinary();
    checks.complete();
    checks.checkDelimiter();
    checks.checkQuote();
    checks.checkColumns(direction);
    checks.checkNullText();
    return checks.made();
  }

  private CopyOptions made() {
    return new CopyOptions(
        given.format,
        given.header,
        given.delimiter.charAt(0),
        given.nullText,
        csv ? given.quote.charAt(0) : '"',
        csv ? given.escape.charAt(0) : '"',
        given.forceQuote,
        given.forceNotNull,
        given.forceNull,
        given.freeze);
  }

  private static void refuseIf(boolean wrong, SqlState state, String message) {
    if (wrong) {
      throw new ReportedError(state, message);
    }
  }

  private void checkBinary() {
    boolean binary = given.format == CopyFormat.BINARY;
    refuseIf(
        binary && given.delimiter != null,
        SqlState.SYNTAX_ERROR,
        "cannot specify DELIMITER in BINARY mode");
    refuseIf(
        binary && given.nullText != null,
        SqlState.SYNTAX_ERROR,
        "cannot specify NULL in BINARY mode");
    if (binary) {
      throw ErrorReport.notSimulated("COPY in binary format").toException();
    }
  }

  private void complete() {
    given.delimiter = given.delimiter == null ? csv ? "," : "\t" : given.delimiter;
    given.nullText = given.nullText == null ? csv ? "" : "\\N" : given.nullText;
    if (csv) {
      given.quote = given.quote == null ? "\"" : given.quote;
      given.escape = given.escape == null ? given.quote : given.escape;
    }
  }

  private static boolean isByte(String text) {
    return text.length() == 1 && text.charAt(0) < 0x80;
  }

  private static boolean hasLineEnd(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }

  private void checkDelimiter() {
    refuseIf(
        !isByte(given.delimiter),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY delimiter must be a single one-byte character");
    refuseIf(
        hasLineEnd(given.delimiter),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY delimiter cannot be newline or carriage return");
    refuseIf(
        hasLineEnd(given.nullText),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY null representation cannot use newline or carriage return");
    refuseIf(
        !csv && UNSAFE.contains(given.delimiter),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY delimiter cannot be \"" + given.delimiter + "\"");
  }

  private void checkQuote() {
    refuseIf(
        !csv && given.quote != null,
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY quote available only in CSV mode");
    refuseIf(
        csv && !isByte(given.quote),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY quote must be a single one-byte character");
    refuseIf(
        csv && given.delimiter.equals(given.quote),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY delimiter and quote must be different");
    refuseIf(
        !csv && given.escape != null,
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY escape available only in CSV mode");
    refuseIf(
        csv && !isByte(given.escape),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY escape must be a single one-byte character");
  }

  private void checkColumns(Direction direction) {
    check(given.forceQuote, "force quote", direction == Direction.TO, "COPY TO");
    check(given.forceNotNull, "force not null", direction == Direction.FROM, "COPY FROM");
    check(given.forceNull, "force null", direction == Direction.FROM, "COPY FROM");
  }

  private void check(CopyColumns columns, String option, boolean allowed, String only) {
    refuseIf(
        !csv && !columns.isEmpty(),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY " + option + " available only in CSV mode");
    refuseIf(
        !allowed && !columns.isEmpty(),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY " + option + " only available using " + only);
  }

  private void checkNullText() {
    refuseIf(
        given.nullText.contains(given.delimiter),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY delimiter must not appear in the NULL specification");
    refuseIf(
        csv && given.nullText.contains(given.quote),
        SqlState.FEATURE_NOT_SUPPORTED,
        "CSV quote character must not appear in the NULL specification");
  }
}
