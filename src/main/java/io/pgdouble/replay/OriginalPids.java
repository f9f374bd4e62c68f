package io.pgdouble.replay;

import io.pgdouble.message.BackendKeyData;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.Bind;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NotificationResponse;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.RowDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The process ids of the original server's backends, which frontends know by those of ours: each
 * takes the other's place where one is told or asked for.
 */
final class OriginalPids {
  /** Columns that hold process ids, wherever a query gets them from. */
  private static final Set<String> PID_COLUMNS = Set.of("pid", "pg_backend_pid");

  /** Statements whose numbers may be process ids. */
  private static final Pattern ABOUT_BACKENDS =
      Pattern.compile("\\bpid\\b|pg_(cancel|terminate)_backend");

  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");

  private final Map<Integer, Integer> ours;
  private final int own;
  private final Map<String, String> texts = new HashMap<>();
  private List<RowDescription.Column> columns = List.of();

  /**
   * @param ours by those of the original, of all sessions; used by many threads
   * @param own that of this backend
   */
  OriginalPids(Map<Integer, Integer> ours, int own) {
    this.ours = ours;
    this.own = own;
  }

  /** The original greets this session. */
  void greeting(BackendMessage message) {
    if (message instanceof BackendKeyData key) {
      ours.put(key.processId(), own);
    }
  }

  /** An answer of the original as the frontend hears it. */
  BackendMessage here(BackendMessage message) {
    if (message instanceof RowDescription described) {
      columns = described.columns();
    } else if (message instanceof NotificationResponse sent) {
      int pid = ours.getOrDefault(sent.processId(), sent.processId());
      return new NotificationResponse(pid, sent.channel(), sent.payload());
    } else if (message instanceof DataRow row && row.values().length == columns.size()) {
      return row(row);
    }
    return message;
  }

  private DataRow row(DataRow row) {
    byte[][] values = row.values().clone();
    for (int i = 0; i < values.length; i++) {
      boolean pid = values[i] != null && PID_COLUMNS.contains(columns.get(i).name());
      values[i] = pid ? replaced(values[i], ours) : values[i];
    }
    return new DataRow(values);
  }

  /** What the frontend says as the original hears it. */
  FrontendMessage there(FrontendMessage message) {
    if (message instanceof Query query && isAboutBackends(query.query())) {
      return new Query(replaced(query.query(), theirs()));
    }
    if (message instanceof Parse parse) {
      texts.put(parse.statement(), parse.query());
      String text = parse.query();
      String said = isAboutBackends(text) ? replaced(text, theirs()) : text;
      return new Parse(parse.statement(), said, parse.parameterTypes());
    }
    boolean bind =
        message instanceof Bind bound && isAboutBackends(texts.getOrDefault(bound.statement(), ""));
    return bind ? there((Bind) message) : message;
  }

  private Bind there(Bind bind) {
    byte[][] values = bind.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? null : replaced(values[i], theirs());
    }
    return new Bind(
        bind.portal(), bind.statement(), bind.parameterFormats(), values, bind.resultFormats());
  }

  private static boolean isAboutBackends(String text) {
    return ABOUT_BACKENDS.matcher(text).find();
  }

  private Map<Integer, Integer> theirs() {
    Map<Integer, Integer> theirs = new HashMap<>();
    ours.forEach((original, pid) -> theirs.put(pid, original));
    return theirs;
  }

  private static byte[] replaced(byte[] value, Map<Integer, Integer> pids) {
    return RawText.bytes(replaced(RawText.text(value), pids));
  }

  private static String replaced(String text, Map<Integer, Integer> pids) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                Optional.of(found.group())
                    .filter(digits -> digits.length() < 10)
                    .map(digits -> pids.get(Integer.valueOf(digits)))
                    .map(String::valueOf)
                    .orElse(found.group()));
  }
}
