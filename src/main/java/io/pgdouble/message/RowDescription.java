package io.pgdouble.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of a result look like.
 *
 * <p>Manual: {@code message-formats § RowDescription}.
 */
public record RowDescription(List<Column> columns) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'T';

  public RowDescription {
    columns = List.copyOf(columns);
  }

  /**
   * One column of a result.
   *
   * @param tableOid of the table it comes from; 0 if from none
   * @param attributeNumber of the column in that table; 0 if from none
   * @param typeOid of its data type
   * @param typeSize {@code pg_type.typlen}: bytes, or negative for a type of variable width
   * @param typeModifier {@code pg_attribute.atttypmod}: -1 for none
   * @param format 0 text, 1 binary; 0 where it is not yet known
   */
  public record Column(
      String name,
      int tableOid,
      short attributeNumber,
      int typeOid,
      short typeSize,
      int typeModifier,
      short format) {
    static final int LEAST_BYTES = 19;

    static Column read(BodyReader in) {
      return new Column(
          in.string(),
          in.int32(),
          (short) in.int16(),
          in.int32(),
          (short) in.int16(),
          in.int32(),
          (short) in.int16());
    }

    void write(BodyWriter out) {
      out.string(name);
      out.oid(tableOid);
      out.int16(attributeNumber);
      out.oid(typeOid);
      out.int16(typeSize);
      out.int32(typeModifier);
      out.int16(format);
    }
  }

  static RowDescription read(BodyReader in) {
    int count = in.count(Column.LEAST_BYTES);
    List<Column> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(Column.read(in));
    }
    in.end();
    return new RowDescription(columns);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.int16(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).write(out);
    }
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onRowDescription(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
