package io.pgdouble.error;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a frontend may be told: a severity, a condition, a text, and whatever fields PostgreSQL adds
 * to them. Immutable; {@code with} makes a richer copy. Manual: {@code protocol-error-fields}.
 */
public final class ErrorReport {
  private static final String REFUSAL = "pgdouble does not simulate ";

  private final Severity severity;
  private final String code;
  private final String message;
  private final Map<ErrorField, String> fields;

  private ErrorReport(
      Severity severity, String code, String message, Map<ErrorField, String> fields) {
    this.severity = Objects.requireNonNull(severity);
    this.code = Objects.requireNonNull(code);
    this.message = Objects.requireNonNull(message);
    this.fields = fields;
  }

  /** A report with no more than the three fields every report has. */
  public static ErrorReport of(Severity severity, SqlState state, String message) {
    return of(severity, state.code(), message);
  }

  /** The same with a code given literally, as PL/pgSQL's {@code RAISE} and stubs may. */
  public static ErrorReport of(Severity severity, String code, String message) {
    return new ErrorReport(severity, code, message, new EnumMap<>(ErrorField.class));
  }

  public static ErrorReport error(SqlState state, String message) {
    return of(Severity.ERROR, state, message);
  }

  public static ErrorReport fatal(SqlState state, String message) {
    return of(Severity.FATAL, state, message);
  }

  public static ErrorReport notice(SqlState state, String message) {
    return of(Severity.NOTICE, state, message);
  }

  public static ErrorReport warning(SqlState state, String message) {
    return of(Severity.WARNING, state, message);
  }

  /** What is outside the double's simulation, refused in the one form the house uses for it. */
  public static ErrorReport notSimulated(String what) {
    return error(SqlState.FEATURE_NOT_SUPPORTED, REFUSAL + what)
        .withHint("Stub the statement, replay a recording, or relay it to a real server.");
  }

  /** Whether it says that something is outside the double's simulation. */
  public boolean isRefusal() {
    return message.startsWith(REFUSAL) && code.equals(SqlState.FEATURE_NOT_SUPPORTED.code());
  }

  public Severity severity() {
    return severity;
  }

  /** Five characters. */
  public String code() {
    return code;
  }

  public String message() {
    return message;
  }

  public Optional<String> field(ErrorField field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** A copy with one more field, or with another value of it. */
  public ErrorReport with(ErrorField field, String value) {
    Map<ErrorField, String> copy = new EnumMap<>(ErrorField.class);
    copy.putAll(fields);
    copy.put(field, Objects.requireNonNull(value));
    return new ErrorReport(severity, code, message, copy);
  }

  /** A copy that lacks a field. */
  public ErrorReport without(ErrorField field) {
    Map<ErrorField, String> copy = new EnumMap<>(ErrorField.class);
    copy.putAll(fields);
    copy.remove(field);
    return new ErrorReport(severity, code, message, copy);
  }

  /** A copy that says the same in other words. */
  public ErrorReport withMessage(String text) {
    return new ErrorReport(severity, code, text, fields);
  }

  /** A line more that says where it comes from ({@code errcontext}). */
  public ErrorReport inContext(String line) {
    String before = field(ErrorField.WHERE).map(lines -> lines + "\n").orElse("");
    return with(ErrorField.WHERE, before + line);
  }

  public ErrorReport withDetail(String detail) {
    return with(ErrorField.DETAIL, detail);
  }

  public ErrorReport withHint(String hint) {
    return with(ErrorField.HINT, hint);
  }

  /**
   * @param position characters (not bytes) from the start of the query string, from 1
   */
  public ErrorReport withPosition(int position) {
    return with(ErrorField.POSITION, Integer.toString(position));
  }

  /** A copy of another severity, as when an error is promoted. */
  public ErrorReport withSeverity(Severity other) {
    return new ErrorReport(other, code, message, fields);
  }

  /** This report as something that can be thrown. */
  public ReportedError toException() {
    return new ReportedError(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ErrorReport that
        && severity == that.severity
        && code.equals(that.code)
        && message.equals(that.message)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(severity, code, message, fields);
  }

  @Override
  public String toString() {
    return severity.word() + " " + code + ": " + message + (fields.isEmpty() ? "" : " " + fields);
  }
}
