package io.pgdouble.engine.command;

import io.pgdouble.engine.copy.CopyBytes;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.BinaryReader;
import java.util.Optional;

/**
 * A COPY FROM STDIN in binary format under way: bytes become rows as they come in. Source: {@code
 * copyfromparse.c: ReceiveCopyBinaryHeader, NextCopyFrom, CopyReadBinaryAttribute}.
 */
final class CopyBinaryInput implements CopyInput {
  private static final int MARKER = -1;

  private final CopyRows rows;
  private final CopyRowTarget target;
  private final CopyDecoder decoder;
  private final CopyBytes bytes = new CopyBytes();
  private boolean marked;
  private long line;

  /** The row that is read, and how many of its columns are there; null between rows. */
  private Object[] row;

  private int filled;

  CopyBinaryInput(CopyRows rows, CopyRowTarget target, CopyDecoder decoder) {
    this.rows = rows;
    this.target = target;
    this.decoder = decoder;
  }

  @Override
  public int columns() {
    return rows.columns();
  }

  @Override
  public CopyForm form() {
    return CopyForm.BINARY;
  }

  @Override
  public void start() {
    rows.checkFreeze();
    target.begin();
  }

  @Override
  public void data(byte[] more) {
    bytes.add(more);
    if (bytes.header() == CopyBytes.Header.READ) {
      read();
    }
  }

  @Override
  public Completion done() {
    bytes.requireHeader();
    read();
    if (row != null) {
      throw inRow(unexpectedEnd());
    }
    target.flush(rows);
    target.end();
    return new Completion("COPY", target.count());
  }

  /** Before the header is there nobody says where it is. */
  @Override
  public ReportedError failed(ReportedError error) {
    boolean between = row == null && !marked;
    return bytes.header() == CopyBytes.Header.READ
        ? error.report().with(ErrorField.WHERE, where(line + (between ? 1 : 0))).toException()
        : error;
  }

  private String where(long number) {
    String column =
        row == null ? "" : ", column " + rows.column(Math.min(filled, columns() - 1)).name();
    return rows.where(number) + column;
  }

  private void read() {
    while (begins() && fills()) {
      Object[] whole = row;
      row = null;
      rows.context().routines().within(report -> report.inContext(where(line)), () -> taken(whole));
      target.flushIfFull(rows);
      rows.context().checkForInterrupts();
    }
  }

  private Object[] taken(Object[] whole) {
    rows.defaults().complete(whole);
    target.take(whole, line, 0);
    return whole;
  }

  /** Whether there is a row under way. */
  private boolean begins() {
    if (row != null) {
      return true;
    }
    if (marked) {
      requireEnd();
      return false;
    }
    Optional<Short> fields = bytes.int16();
    if (fields.isEmpty()) {
      return false;
    }
    line++;
    if (fields.get() == MARKER) {
      marked = true;
      requireEnd();
      return false;
    }
    if (fields.get() != columns()) {
      throw inRow(fault("row field count is " + fields.get() + ", expected " + columns()));
    }
    row = new Object[rows.defaults().columns()];
    filled = 0;
    return true;
  }

  private void requireEnd() {
    if (bytes.remaining() > 0) {
      throw inRow(fault("received copy data after EOF marker"));
    }
  }

  /** Whether the row is whole now. */
  private boolean fills() {
    try {
      while (filled < columns() && fill()) {
        filled++;
      }
      return filled == columns();
    } catch (ReportedError e) {
      throw e.report().with(ErrorField.WHERE, where(line)).toException();
    }
  }

  private boolean fill() {
    Optional<Integer> size = bytes.peekInt32();
    if (size.isEmpty()) {
      return false;
    }
    CopyColumn column = rows.column(filled);
    if (size.get() == MARKER) {
      bytes.skip(Integer.BYTES);
      row[column.index()] = column.absent();
      return true;
    }
    if (size.get() < 0) {
      throw fault("invalid field size");
    }
    if (bytes.remaining() - Integer.BYTES < size.get()) {
      return false;
    }
    bytes.skip(Integer.BYTES);
    row[column.index()] = received(column, bytes.take(size.get()));
    return true;
  }

  private Object received(CopyColumn column, byte[] value) {
    BinaryReader reader = new BinaryReader(decoder.received(column.type(), value));
    Object received = column.io().receive(reader, column.typmod(), rows.context().types());
    if (reader.remaining() > 0) {
      throw new ReportedError(
          SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
    }
    return received;
  }

  private static ReportedError unexpectedEnd() {
    return fault("unexpected EOF in COPY data");
  }

  private static ReportedError fault(String message) {
    return new ReportedError(SqlState.BAD_COPY_FILE_FORMAT, message);
  }

  private ReportedError inRow(ReportedError error) {
    ErrorReport report = error.report();
    return report.field(ErrorField.WHERE).isPresent()
        ? error
        : report.with(ErrorField.WHERE, where(line)).toException();
  }
}
