package io.pgdouble.engine.command;

import io.pgdouble.engine.copy.CopyBytes;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyReceiver;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The rows of COPY TO in binary format ({@code copyto.c: CopyOneRowTo}). */
final class CopyBinaryOutput {
  private static final int NULL = -1;
  private static final int TRAILER = -1;

  private final List<OutputColumn> columns;
  private final TypeIo[] ios;
  private final CopyReceiver out;
  private final ExecutionContext context;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CopyBinaryOutput(List<OutputColumn> columns, CopyReceiver out, ExecutionContext context) {
    this.columns = columns;
    this.ios = columns.stream().map(column -> Types.io(column.type())).toArray(TypeIo[]::new);
    this.out = out;
    this.context = context;
  }

  /** The header comes with the first row, or with what is behind the last. */
  Completion write(RowSource rows) {
    out.copyOut(columns.size(), CopyForm.BINARY);
    bytes.writeBytes(CopyBytes.begin());
    long count = 0;
    for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
      put(row);
      send();
      context.checkForInterrupts();
      count++;
    }
    putInt16(TRAILER);
    send();
    out.copyDone();
    return new Completion("COPY", count);
  }

  private void put(Object[] row) {
    putInt16(columns.size());
    for (int i = 0; i < ios.length; i++) {
      if (row[i] == null) {
        putInt32(NULL);
      } else {
        byte[] value = out.sent(columns.get(i).type(), ios[i].send(row[i], context.types()));
        putInt32(value.length);
        bytes.writeBytes(value);
      }
    }
  }

  private void putInt16(int value) {
    bytes.write(value >> Byte.SIZE);
    bytes.write(value);
  }

  private void putInt32(int value) {
    putInt16(value >> Short.SIZE);
    putInt16(value);
  }

  private void send() {
    out.copyBytes(bytes.toByteArray());
    bytes.reset();
  }
}
