package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * pg_node_tree: what only the server itself may write. The facts know of a value only that it is
 * there. Server: {@code pseudotypes.c}.
 */
final class NodeTreeIo implements TypeIo {
  static final NodeTreeIo INSTANCE = new NodeTreeIo();

  private static ReportedError refused() {
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED, "cannot accept a value of type pg_node_tree");
  }

  private static ReportedError unknown() {
    return ErrorReport.notSimulated("values of type pg_node_tree").toException();
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    throw refused();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    throw unknown();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    throw refused();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    throw unknown();
  }
}
