package io.pgdouble.message;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One field of an ErrorResponse or a NoticeResponse. Manual: {@code protocol-error-fields}.
 *
 * @param type the byte that announces it
 */
public record ReportField(char type, String value) {
  /** The fields of a report in the order of {@code elog.c: send_message_to_frontend}. */
  static List<ReportField> of(ErrorReport report) {
    List<ReportField> fields = new ArrayList<>();
    fields.add(new ReportField('S', report.severity().word()));
    fields.add(new ReportField('V', report.severity().word()));
    fields.add(new ReportField('C', report.code()));
    fields.add(new ReportField('M', report.message()));
    for (ErrorField field : ErrorField.values()) {
      report.field(field).ifPresent(v -> fields.add(new ReportField(field.type(), v)));
    }
    return fields;
  }

  static List<ReportField> readAll(BodyReader in) {
    List<ReportField> fields = new ArrayList<>();
    for (int type = in.byte1(); type != 0; type = in.byte1()) {
      fields.add(new ReportField((char) type, in.string()));
    }
    return fields;
  }

  static void writeAll(List<ReportField> fields, BodyWriter out) {
    for (ReportField field : fields) {
      out.reportField(field);
    }
    out.byte1(0);
  }

  static Optional<String> find(List<ReportField> fields, char type) {
    for (ReportField field : fields) {
      if (field.type == type) {
        return Optional.of(field.value);
      }
    }
    return Optional.empty();
  }
}
