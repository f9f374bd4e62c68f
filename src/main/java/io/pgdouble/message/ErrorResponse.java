package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.Optional;

/**
 * Something went wrong.
 *
 * <p>Manual: {@code message-formats § ErrorResponse}, {@code protocol-error-fields}.
 *
 * @param fields in the order of the wire
 */
public record ErrorResponse(List<ReportField> fields) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'E';

  public ErrorResponse {
    fields = List.copyOf(fields);
  }

  /** The report as the server sends it. {@code elog.c: send_message_to_frontend}. */
  public static ErrorResponse of(ErrorReport report) {
    return new ErrorResponse(ReportField.of(report));
  }

  /** The value of a field by the byte that announces it: {@code C} for the SQLSTATE. */
  public Optional<String> field(char type) {
    return ReportField.find(fields, type);
  }

  static ErrorResponse read(BodyReader in) {
    ErrorResponse message = new ErrorResponse(ReportField.readAll(in));
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    ReportField.writeAll(fields, out);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onErrorResponse(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
