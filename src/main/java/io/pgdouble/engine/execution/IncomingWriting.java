package io.pgdouble.engine.execution;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes rows that come in while it runs ({@code copyfrom.c: CopyFrom}), one with each call, or
 * many together ({@code CopyMultiInsertInfo}): then it looks at each when it comes, and writes it
 * when it is asked for.
 */
final class IncomingWriting implements RowSource {
  private final Deque<Object[]> incoming;
  private final int relation;
  private final RowChange.Insert insert;
  private final RowWriter writer;
  private final StatementTriggers statement;
  private final Frame frame;
  private final Deque<Object[]> kept = new ArrayDeque<>();
  private boolean gathers;

  IncomingWriting(IncomingRows input, RowChange.Insert insert, RowWriter writer, Frame frame) {
    this.incoming = input.of(frame);
    this.relation = input.relation();
    this.insert = insert;
    this.writer = writer;
    this.statement = new StatementTriggers(writer.triggers(), insert);
    this.frame = frame;
  }

  @Override
  public Object[] next() {
    statement.before();
    Object[] row = incoming.poll();
    if (row == null) {
      statement.after();
      return END;
    }
    if (row == IncomingRows.BEGIN) {
      return IncomingRows.NOT_WANTED;
    }
    if (row == IncomingRows.GATHER) {
      gathers = true;
      return IncomingRows.NOT_WANTED;
    }
    return row == IncomingRows.WRITE ? writeFirst() : take(row);
  }

  private Object[] writeFirst() {
    writer.insertChecked(kept.remove());
    frame.context.checkForInterrupts();
    return Evaluator.NO_VALUES;
  }

  private Object[] take(Object[] row) {
    frame.rows[relation] = row;
    Object[] whole = RowModifier.row(frame, insert);
    if (gathers) {
      writer.check(whole);
      kept.add(whole);
      return Evaluator.NO_VALUES;
    }
    boolean wanted = writer.insert(whole) != null;
    frame.context.checkForInterrupts();
    return wanted ? Evaluator.NO_VALUES : IncomingRows.NOT_WANTED;
  }
}
