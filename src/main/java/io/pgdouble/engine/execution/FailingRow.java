package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;

/** A row as errors show it ({@code execMain.c: ExecBuildSlotValueDescription}). */
final class FailingRow {
  /** The most that is shown of a value, in bytes. */
  private static final int MAX_FIELD_LENGTH = 64;

  private FailingRow() {}

  static String detail(RelationEntry relation, Object[] row, Frame frame) {
    if (!new ReadableColumns(frame.context, relation).areAll()) {
      // PostgreSQL shows what may be read, and what the statement has given itself.
      throw ErrorReport.notSimulated("a failing row of which not all may be read").toException();
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < relation.attributes().size(); i++) {
      if (!relation.attributes().get(i).dropped()) {
        values.add(text(relation.attributes().get(i), row[i], frame));
      }
    }
    return "Failing row contains (" + String.join(", ", values) + ").";
  }

  private static String text(AttributeEntry column, Object value, Frame frame) {
    if (value == null) {
      return "null";
    }
    String text = Types.io(column.type()).output(value, frame.context.types());
    String shown = clipped(text);
    return shown.length() == text.length() ? text : shown + "...";
  }

  /** {@code pg_mbcliplen}: whole characters only. */
  private static String clipped(String text) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > MAX_FIELD_LENGTH) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(0, at);
  }
}
