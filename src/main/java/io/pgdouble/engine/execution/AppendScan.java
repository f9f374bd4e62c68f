package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;
import java.util.List;
import java.util.Optional;

/** The rows of a table and of those that inherit from it ({@code nodeAppend.c}). */
public record AppendScan(List<Part> parts) implements SourcePlan {

  /**
   * One of the tables.
   *
   * @param member empty for the one that is asked for itself
   */
  public record Part(TableScan scan, Optional<TableMember> member) {}

  @Override
  public RowSource open(Frame frame) {
    return new RowSource() {
      private int next;
      private Optional<RowSource> rows = Optional.empty();

      @Override
      public Object[] next() {
        while (rows.isPresent() || next < parts.size()) {
          if (rows.isEmpty()) {
            rows = Optional.of(parts.get(next++).scan().open(frame));
          }
          Object[] row = rows.get().next();
          if (row != END) {
            return standing(row);
          }
          rows = Optional.empty();
        }
        return END;
      }

      private Object[] standing(Object[] row) {
        return parts
            .get(next - 1)
            .member()
            .map(member -> member.standing(RowVersion.of(row)))
            .orElse(row);
      }
    };
  }
}
