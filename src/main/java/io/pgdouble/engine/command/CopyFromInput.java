package io.pgdouble.engine.command;

import io.pgdouble.engine.copy.CopyLines;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import java.util.Optional;

/** A COPY FROM STDIN under way: data become lines, and lines rows ({@code CopyFrom}). */
final class CopyFromInput implements CopyInput {
  private final CopyRows rows;
  private final CopyLines lines;
  private final Writer writer;
  private final CopyDecoder decoder;
  private long count;

  /** Where rows go. */
  interface Writer {
    /** Before the first one. */
    void begin();

    /** A row; whether it is there now. */
    boolean write(Object[] row);

    /** Behind the last one. */
    void end();
  }

  CopyFromInput(CopyRows rows, Writer writer, CopyDecoder decoder) {
    this.rows = rows;
    this.lines = new CopyLines(rows.options());
    this.writer = writer;
    this.decoder = decoder;
  }

  @Override
  public int columns() {
    return rows.columns();
  }

  @Override
  public void start() {
    rows.checkFreeze();
    writer.begin();
  }

  @Override
  public void data(byte[] bytes) {
    lines.add(bytes);
    read();
  }

  @Override
  public Completion done() {
    lines.complete();
    read();
    writer.end();
    return new Completion("COPY", count);
  }

  /** While a line is read it is the next one. */
  @Override
  public ReportedError failed(ReportedError error) {
    return error.report().with(ErrorField.WHERE, rows.where(lines.number() + 1)).toException();
  }

  private void read() {
    for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
      rows.context().checkForInterrupts();
      String text = decoded(line.get());
      try {
        take(text);
      } catch (ReportedError e) {
        throw rows.located(e, lines.number(), text);
      }
    }
  }

  private Optional<byte[]> next() {
    try {
      return lines.next();
    } catch (ReportedError e) {
      throw inLine(e);
    }
  }

  private String decoded(byte[] line) {
    try {
      return decoder.decode(line);
    } catch (ReportedError e) {
      throw inLine(e);
    }
  }

  private ReportedError inLine(ReportedError e) {
    return e.report().with(ErrorField.WHERE, rows.where(lines.number())).toException();
  }

  private void take(String line) {
    if (rows.takeHeader()) {
      rows.checkHeader(line);
      return;
    }
    if (writer.write(rows.row(line, lines.number()))) {
      count++;
    }
  }
}
