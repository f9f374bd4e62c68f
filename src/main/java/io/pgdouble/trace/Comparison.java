package io.pgdouble.trace;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What crosses the connections of one run, written so that it can be compared with another run.
 * What differs from one run to the next by right is written as a word: process ids and cancel keys
 * by their owners, names of statements and portals, OIDs of objects that users made, numbers of
 * temporary schemas, the fields F, L and R of errors, the minor of {@code server_version}.
 */
public final class Comparison {
  private static final String UNKNOWN = "NNNN";
  private static final Pattern NUMBERED = Pattern.compile("\\b(pg_(?:toast_)?temp_|pg_toast_)\\d+");

  private final List<Pattern> volatileColumns;
  private final RecordedBackends backends = new RecordedBackends();
  private final Map<String, RowColumns> columns = new HashMap<>();
  private final Map<String, NumberedNames> names = new HashMap<>();

  /** A comparison in which every value of a row counts. */
  public Comparison() {
    this(List.of());
  }

  /**
   * @param volatileColumns names of columns, as a whole, whose values may differ
   */
  public Comparison(List<Pattern> volatileColumns) {
    this.volatileColumns = List.copyOf(volatileColumns);
  }

  /** What crosses a connection next, without its length. All of a run is told, in order. */
  public String text(String connection, Crossing crossing) {
    RowColumns rows = columns.computeIfAbsent(connection, name -> new RowColumns());
    rows.see(crossing);
    backends.see(connection, crossing);
    NumberedNames given = names.computeIfAbsent(connection, name -> new NumberedNames());
    given.see(crossing);
    boolean row =
        crossing instanceof Crossing.Message message
            && message.direction() == Direction.BACKEND
            && message.type() == MessageLayout.DATA_ROW.type();
    Iterator<Integer> types = (row ? rows.types() : List.<Integer>of()).iterator();
    RecordingNotation backendNames = RecordingNotation.of(backends, rows, crossing);
    Tolerant notation = new Tolerant(backendNames, given, types, this::isVolatile);
    return given.line(crossing, crossing.line(notation).brief());
  }

  private boolean isVolatile(String column) {
    return volatileColumns.stream().anyMatch(some -> some.matcher(column).matches());
  }

  /** The words for what may differ. */
  private record Tolerant(
      RecordingNotation names,
      NumberedNames given,
      Iterator<Integer> types,
      Predicate<String> isVolatile)
      implements Notation {
    @Override
    public String pid(int pid) {
      String name = names.pid(pid);
      return name.startsWith("$") ? name : UNKNOWN;
    }

    @Override
    public String key(byte[] key) {
      return UNKNOWN;
    }

    @Override
    public String oid(int oid) {
      return ObjectIds.isOfUser(oid) ? UNKNOWN : names.oid(oid);
    }

    @Override
    public String field(byte code, String text) {
      return code == 'F' || code == 'L' || code == 'R' ? "\"SSSS\"" : text;
    }

    @Override
    public String parameter(String name, String value) {
      return name.equals("server_version") ? value.replaceFirst("\\..*\"", ".*\"") : value;
    }

    @Override
    public String value(String text) {
      String column = names.nextColumn();
      String named = names.value(text);
      boolean holdsOids = types.hasNext() && ObjectIds.isHeldBy(types.next());
      if (isVolatile.test(column)) {
        return "VVVV";
      }
      String same = holdsOids && text.endsWith("'") ? masked(text) : named;
      return NUMBERED.matcher(same).find() ? withoutNumber(same) : same;
    }

    /** Schemas of temporary tables bear a backend's number, TOAST tables their owner's OID. */
    private static String withoutNumber(String text) {
      String quoted = text.substring(text.indexOf('\''));
      return NUMBERED.matcher(quoted).replaceAll("$1" + UNKNOWN);
    }

    /** Without its length, where it is of a user's object. */
    private static String masked(String text) {
      String quoted = text.substring(text.indexOf('\'') + 1, text.length() - 1);
      byte[] value = Escapes.unquote(quoted, Symbols.NONE);
      String masked = ObjectIds.masked(value, UNKNOWN);
      return masked.contains(UNKNOWN) ? masked : text;
    }

    @Override
    public String statement(String name) {
      return given.statement(name);
    }

    @Override
    public String portal(String name) {
      return given.portal(name);
    }
  }
}
