package io.pgdouble.engine.copy;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of COPY's options go together ({@code copy.c: ProcessCopyOptions}, in its order). */
public final class CopyOptionChecks {
  private static final String UNSAFE = "\\.abcdefghijklmnopqrstuvwxyz0123456789";

  private final CopyOptionReader given;
  private final boolean csv;
  private final int major;

  private CopyOptionChecks(CopyOptionReader given, int major) {
    this.given = given;
    this.major = major;
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
  public static CopyOptions of(List<DefElem> options, Direction direction, Facts facts) {
    CopyOptionReader reader = new CopyOptionReader(direction, facts);
    options.forEach(reader::read);
    CopyOptionChecks checks = new CopyOptionChecks(reader, facts.major());
    checks.checkBinary();
    checks.complete();
    checks.checkDelimiter();
    checks.checkHeader();
    checks.checkQuote();
    checks.checkColumns(direction);
    checks.checkNullText();
    checks.checkFreeze(direction);
    checks.checkDefaultText(direction);
    checks.checkTolerance();
    return checks.made();
  }

  private CopyOptions made() {
    return new CopyOptions(
        given.format,
        given.header,
        given.delimiter.charAt(0),
        given.nullText,
        Optional.ofNullable(given.defaultText),
        csv ? given.quote.charAt(0) : '"',
        csv ? given.escape.charAt(0) : '"',
        given.forceQuote,
        given.forceNotNull,
        given.forceNull,
        given.selected,
        given.freeze,
        given.encoding,
        new CopyTolerance(given.skips, given.verbosity, given.rejectLimit));
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
    refuseIf(
        binary && given.defaultText != null,
        SqlState.SYNTAX_ERROR,
        "cannot specify DEFAULT in BINARY mode");
    if (!MajorChange.COPY_LIMITS_REJECTIONS.isIn(major)) {
      checkSkipping();
    }
  }

  private void checkSkipping() {
    refuseIf(
        given.format == CopyFormat.BINARY && given.skips,
        SqlState.SYNTAX_ERROR,
        "only ON_ERROR STOP is allowed in BINARY mode");
  }

  private void checkTolerance() {
    checkSkipping();
    refuseIf(
        given.rejectLimit > 0 && !given.skips,
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY REJECT_LIMIT requires ON_ERROR to be set to IGNORE");
  }

  private void checkFreeze(Direction direction) {
    refuseIf(
        given.freeze && direction == Direction.TO && isReworded(),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY FREEZE cannot be used with COPY TO");
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
        given.defaultText != null && hasLineEnd(given.defaultText),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY default representation cannot use newline or carriage return");
    refuseIf(
        !csv && UNSAFE.contains(given.delimiter),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY delimiter cannot be \"" + given.delimiter + "\"");
  }

  private void checkHeader() {
    boolean header = given.header != CopyHeader.NONE;
    boolean binary = given.format == CopyFormat.BINARY;
    boolean old = !MajorChange.TEXT_COPIES_HAVE_HEADERS.isIn(major);
    refuseIf(
        header && !csv && old,
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY HEADER available only in CSV mode");
    refuseIf(
        header && binary, SqlState.FEATURE_NOT_SUPPORTED, "cannot specify HEADER in BINARY mode");
  }

  private void checkQuote() {
    refuseIf(!csv && given.quote != null, SqlState.FEATURE_NOT_SUPPORTED, onlyInCsv("quote"));
    refuseIf(
        csv && !isByte(given.quote),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY quote must be a single one-byte character");
    refuseIf(
        csv && given.delimiter.equals(given.quote),
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY delimiter and quote must be different");
    refuseIf(!csv && given.escape != null, SqlState.FEATURE_NOT_SUPPORTED, onlyInCsv("escape"));
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
    refuseIf(!csv && !columns.isEmpty(), SqlState.FEATURE_NOT_SUPPORTED, onlyInCsv(option));
    boolean reworded = isReworded();
    String other = only.equals("COPY TO") ? "COPY FROM" : "COPY TO";
    refuseIf(
        !allowed && !columns.isEmpty(),
        reworded && only.equals("COPY FROM")
            ? SqlState.INVALID_PARAMETER_VALUE
            : SqlState.FEATURE_NOT_SUPPORTED,
        reworded
            ? "COPY " + keyword(option) + " cannot be used with " + other
            : "COPY " + option + " only available using " + only);
  }

  private boolean isReworded() {
    return MajorChange.COPY_OPTIONS_ARE_CALLED_BY_KEYWORDS.isIn(major);
  }

  private static String keyword(String option) {
    return option.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private String onlyInCsv(String option) {
    return isReworded()
        ? "COPY " + keyword(option) + " requires CSV mode"
        : "COPY " + option + " available only in CSV mode";
  }

  /** Here the state is the same in all majors. */
  private void checkDefaultText(Direction direction) {
    if (given.defaultText == null) {
      return;
    }
    refuseIf(
        direction == Direction.TO,
        SqlState.FEATURE_NOT_SUPPORTED,
        isReworded()
            ? "COPY DEFAULT cannot be used with COPY TO"
            : "COPY DEFAULT only available using COPY FROM");
    refuseIf(
        given.defaultText.contains(given.delimiter),
        SqlState.FEATURE_NOT_SUPPORTED,
        "COPY delimiter "
            + (isReworded() ? "character " : "")
            + "must not appear in the DEFAULT specification");
    refuseIf(
        csv && given.defaultText.contains(given.quote),
        SqlState.FEATURE_NOT_SUPPORTED,
        "CSV quote character must not appear in the DEFAULT specification");
    refuseIf(
        given.defaultText.equals(given.nullText),
        SqlState.FEATURE_NOT_SUPPORTED,
        "NULL specification and DEFAULT specification cannot be the same");
  }

  private void checkNullText() {
    boolean reworded = isReworded();
    SqlState state = reworded ? SqlState.INVALID_PARAMETER_VALUE : SqlState.FEATURE_NOT_SUPPORTED;
    refuseIf(
        given.nullText.contains(given.delimiter),
        state,
        "COPY delimiter "
            + (reworded ? "character " : "")
            + "must not appear in the NULL specification");
    refuseIf(
        csv && given.nullText.contains(given.quote),
        state,
        "CSV quote character must not appear in the NULL specification");
  }
}
