package io.pgdouble.trace;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How one line of a recording is written: as it is, but for process ids and keys. */
final class RecordingNotation implements Notation {
  /** Columns that hold process ids, wherever a query gets them from. */
  private static final Set<String> PID_COLUMNS = Set.of("pid", "pg_backend_pid");

  /** Statements whose parameters may be process ids. */
  private static final Pattern ABOUT_BACKENDS =
      Pattern.compile("\\bpid\\b|pg_(cancel|terminate)_backend");

  private final RecordedBackends backends;
  private final List<String> columns;
  private final boolean aboutBackends;
  private int column;

  /**
   * @param columns the names of a DataRow's; empty if nobody knows, or for another message
   * @param statement whose parameters are written; empty for another message than Bind
   */
  RecordingNotation(RecordedBackends backends, List<String> columns, String statement) {
    this.backends = backends;
    this.columns = columns;
    this.aboutBackends = ABOUT_BACKENDS.matcher(statement).find();
  }

  /** For a message, of a connection whose messages were all seen. */
  static RecordingNotation of(RecordedBackends backends, RowColumns rows, Crossing crossing) {
    boolean message = crossing instanceof Crossing.Message;
    char type = message ? (char) ((Crossing.Message) crossing).type() : 0;
    boolean frontend = crossing.direction() == Direction.FRONTEND;
    return new RecordingNotation(
        backends,
        type == 'D' && !frontend ? rows.current() : List.of(),
        type == 'B' && frontend ? rows.bound() : "");
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

  /** The column of the next value; empty if nobody knows. */
  String nextColumn() {
    return column < columns.size() ? columns.get(column) : "";
  }

  @Override
  public String value(String text) {
    String name = nextColumn();
    column++;
    boolean mayBePid = aboutBackends || PID_COLUMNS.contains(name);
    if (!mayBePid || !text.endsWith("'")) {
      return text;
    }
    String digits = text.substring(text.indexOf('\'') + 1, text.length() - 1);
    String owner = backends.ownerOf(digits);
    return owner == null ? text : "'${" + owner + ".pid}'";
  }
}
