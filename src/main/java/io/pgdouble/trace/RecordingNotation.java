package io.pgdouble.trace;

import java.util.List;
import java.util.Set;

/** How one line of a recording is written: as it is, but for process ids and keys. */
final class RecordingNotation implements Notation {
  /** Columns that hold process ids, wherever a query gets them from. */
  private static final Set<String> PID_COLUMNS = Set.of("pid", "pg_backend_pid");

  private final RecordedBackends backends;
  private final List<String> columns;
  private int column;

  /**
   * @param columns the names of a DataRow's; empty if nobody knows, or for another message
   */
  RecordingNotation(RecordedBackends backends, List<String> columns) {
    this.backends = backends;
    this.columns = columns;
  }

  @Override
  public String pid(int pid) {
    return backends.nameOf(pid);
  }

  @Override
  public String key(byte[] key) {
    return backends.nameOf(key);
  }

  @Override
  public String oid(int oid) {
    return PLAIN.oid(oid);
  }

  @Override
  public String field(byte code, String text) {
    return text;
  }

  @Override
  public String parameter(String name, String value) {
    return value;
  }

  @Override
  public String value(String text) {
    String name = column < columns.size() ? columns.get(column) : "";
    column++;
    if (!PID_COLUMNS.contains(name) || !text.endsWith("'")) {
      return text;
    }
    String digits = text.substring(text.indexOf('\'') + 1, text.length() - 1);
    String owner = backends.ownerOf(digits);
    return owner == null ? text : "'${" + owner + ".pid}'";
  }
}
