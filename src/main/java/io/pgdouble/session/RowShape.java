package io.pgdouble.session;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.RowDescription;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a result looks like, and how its values are written ({@code printtup.c}). */
final class RowShape {
  private static final short TEXT = 0;
  private static final short BINARY = 1;

  private final List<OutputColumn> columns;
  private RowDescription asText;
  private TypeIo[] ios;

  RowShape(List<OutputColumn> columns) {
    this.columns = columns;
  }

  /**
   * In what form values are written.
   *
   * @param encoding of texts
   */
  record Form(TypeEnvironment environment, ClientEncoding encoding) {}

  List<OutputColumn> columns() {
    return columns;
  }

  RowDescription description(short[] formats) {
    if (formats.length > 0) {
      return describe(formats);
    }
    if (asText == null) {
      asText = describe(formats);
    }
    return asText;
  }

  private RowDescription describe(short[] formats) {
    List<RowDescription.Column> described = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      OutputColumn column = columns.get(i);
      described.add(
          new RowDescription.Column(
              column.name(),
              column.table(),
              (short) column.attribute(),
              column.type(),
              (short) column.length(),
              column.typmod(),
              format(formats, i)));
    }
    return new RowDescription(described);
  }

  private static short format(short[] formats, int index) {
    return switch (formats.length) {
      case 0 -> TEXT;
      case 1 -> formats[0];
      default -> formats[index];
    };
  }

  /** Finds out before the first row whether values of every column can be written. */
  void requireOutput() {
    if (ios == null) {
      TypeIo[] found = new TypeIo[columns.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = Types.io(columns.get(i).type());
      }
      ios = found;
    }
  }

  DataRow row(Object[] values, short[] formats, Form form) {
    byte[][] written = new byte[values.length][];
    for (int i = 0; i < written.length; i++) {
      if (values[i] != null) {
        written[i] = write(i, values[i], format(formats, i), form);
      }
    }
    return new DataRow(written);
  }

  private byte[] write(int column, Object value, short format, Form form) {
    TypeIo io = ios[column];
    if (format == TEXT) {
      return form.encoding() == ClientEncoding.UTF8
          ? io.outputBytes(value, form.environment())
          : form.encoding().encode(io.output(value, form.environment()));
    }
    if (format == BINARY) {
      byte[] sent = io.send(value, form.environment());
      return form.encoding() != ClientEncoding.UTF8
              && TextTypes.contains(columns.get(column).type())
          ? form.encoding().encode(new String(sent, StandardCharsets.UTF_8))
          : sent;
    }
    throw new ReportedError(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + format);
  }
}
