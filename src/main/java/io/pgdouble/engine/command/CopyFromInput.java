package io.pgdouble.engine.command;

import io.pgdouble.engine.copy.CopyLines;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import java.util.Optional;

/** A COPY FROM STDIN under way: data become lines, and lines rows ({@code CopyFrom}). */
final class CopyFromInput implements CopyInput {
  private final CopyRows rows;
  private final CopyLines lines;
  private final CopyRowTarget target;
  private final CopyDecoder decoder;

  CopyFromInput(CopyRows rows, CopyRowTarget target, CopyDecoder decoder) {
    this.rows = rows;
    this.lines = new CopyLines(rows.options(), rows.major());
    this.target = target;
    this.decoder = decoder;
  }

  @Override
  public int columns() {
    return rows.columns();
  }

  @Override
  public CopyForm form() {
    return CopyForm.TEXT;
  }

  @Override
  public void start() {
    rows.checkFreeze();
    target.begin();
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
    if (!target.isEmpty()) {
      checkAtFlush();
      target.flush(rows);
    }
    rows.reportSkipped();
    target.end();
    return new Completion("COPY", target.count());
  }

  /** While a line is read it is the next one. */
  @Override
  public ReportedError failed(ReportedError error) {
    return error.report().with(ErrorField.WHERE, rows.where(lines.number() + 1)).toException();
  }

  /** {@code CopyMultiInsertBufferFlush}: the last line was looked for already. */
  private void checkAtFlush() {
    try {
      rows.context().checkForInterrupts();
    } catch (ReportedError e) {
      throw failed(e);
    }
  }

  private void read() {
    for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
      String text = decoded(line.get());
      try {
        take(text, line.get().length);
        rows.context().checkForInterrupts();
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

  private void take(String line, int bytes) {
    if (rows.takeHeader()) {
      rows.checkHeader(line);
      return;
    }
    long number = lines.number();
    Object[] row = rows.row(line, number);
    if (row == CopyRows.SKIPPED) {
      return;
    }
    rows.context()
        .routines()
        .within(
            report -> rows.whileWriting(report, number, line),
            () -> {
              rows.defaults().complete(row);
              target.take(row, number, bytes);
              return row;
            });
    target.flushIfFull(rows);
  }
}
