package io.pgdouble.engine.portal;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.transaction.MustWait;
import io.pgdouble.engine.transaction.SubTransaction;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.FetchDirection;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of one running statement. Made by {@link Portals}; belongs to one session. Source:
 * {@code portal.h}, {@code pquery.c}.
 */
public final class Portal {
  private static final short[] ALL_TEXT = {};

  private final String name;
  private final PortalDefinition definition;
  private final PortalSettings settings;
  private final PortalHost host;
  private PortalStatus status = PortalStatus.READY;
  private short[] resultFormats = ALL_TEXT;
  private String statement;
  private int[] parameterTypes;
  private Object[] parameters;
  private Optional<String> shown = Optional.empty();
  private Cursor cursor;
  private Completion completion;
  private boolean pinned;

  /** Level that made it; {@link SubTransaction#NONE} for one held over from a transaction. */
  int createdIn;

  /** Level that ran it last. */
  int activeIn;

  Portal(String name, PortalDefinition definition, PortalSettings settings, PortalHost host) {
    this.name = name;
    this.definition = definition;
    this.settings = settings;
    this.host = host;
    this.createdIn = settings.subTransaction();
    this.activeIn = settings.subTransaction();
  }

  public String name() {
    return name;
  }

  public PortalDefinition definition() {
    return definition;
  }

  public PortalSettings settings() {
    return settings;
  }

  public PortalStatus status() {
    return status;
  }

  /** What its rows look like; empty where it gives none. */
  public Optional<List<OutputColumn>> columns() {
    return definition.columns();
  }

  /** The format code of every column: none means all text, one holds for all. */
  public short[] resultFormats() {
    return resultFormats;
  }

  /**
   * {@code PortalSetResultFormat}.
   *
   * @throws ReportedError 08P01 where their number does not fit the columns
   */
  public void resultFormats(short[] formats) {
    if (formats.length > 1 && columns().isPresent()) {
      requireFor(formats.length, columns().get().size());
    }
    resultFormats = formats;
  }

  private static void requireFor(int formats, int columns) {
    if (formats != columns) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION,
          "bind message has " + formats + " result formats but query has " + columns + " columns");
    }
  }

  /**
   * What a Bind made it of.
   *
   * @param statement the prepared statement's name; empty for the unnamed one
   */
  public record Binding(String statement, int[] types, Object[] values) {}

  /** {@link Binding} is made of it where somebody asks. */
  public void boundTo(String name, int[] types, Object[] values) {
    statement = name;
    parameterTypes = types;
    parameters = values;
  }

  /** Empty where it was made without a Bind. */
  public Optional<Binding> binding() {
    return Optional.ofNullable(statement)
        .map(prepared -> new Binding(prepared, parameterTypes, parameters));
  }

  /** Its parameters as errors are to tell of them; empty where they are not. */
  public void showsInErrors(Optional<String> text) {
    shown = text;
  }

  public Optional<String> shownInErrors() {
    return shown;
  }

  public boolean isHoldable() {
    return (settings.options() & CursorOption.HOLD) != 0;
  }

  public boolean isBinary() {
    return (settings.options() & CursorOption.BINARY) != 0;
  }

  public boolean isScrollable() {
    return (settings.options() & CursorOption.SCROLL) != 0;
  }

  /** Whether nothing has been fetched yet. */
  public boolean atStart() {
    return cursor == null || cursor.atStart();
  }

  /** {@code MarkPortalActive}. */
  private void activate(int level) {
    if (status != PortalStatus.READY) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "portal \"" + name + "\" cannot be run");
    }
    status = PortalStatus.ACTIVE;
    activeIn = level;
  }

  /** {@code PinPortal}: a loop reads from it, and it cannot be dropped meanwhile. */
  public void pin() {
    pinned = true;
  }

  /** {@code UnpinPortal}. */
  public void unpin() {
    pinned = false;
  }

  boolean isPinned() {
    return pinned;
  }

  void fail() {
    status = PortalStatus.FAILED;
  }

  /**
   * {@code PortalRun}.
   *
   * @param level the subtransaction that runs it
   * @param count the greatest number of rows, {@link Long#MAX_VALUE} for all
   * @return what the command came to; empty where rows may be left
   */
  public Optional<Completion> run(int level, long count, RowReceiver receiver) {
    activate(level);
    try {
      Optional<Completion> result = runActive(count, receiver);
      status =
          definition.work() instanceof PortalWork.Command ? PortalStatus.DONE : PortalStatus.READY;
      return result;
    } catch (MustWait e) {
      status = PortalStatus.READY;
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      fail();
      throw e;
    }
  }

  private Optional<Completion> runActive(long count, RowReceiver receiver) {
    if (definition.work() instanceof PortalWork.Command command) {
      return Optional.of(command.call().run(receiver));
    }
    long rows = cursor().forward(count, receiver);
    return cursor.atEnd() ? Optional.of(completion.withRows(rows)) : Optional.empty();
  }

  /** COPY FROM STDIN begins, and waits for its data. */
  public CopyInput copyIn(int level, CopyDecoder decoder) {
    activate(level);
    try {
      return ((PortalWork.CopyIn) definition.work()).begin().apply(decoder);
    } catch (RuntimeException | StackOverflowError e) {
      fail();
      throw e;
    }
  }

  /** All its data were copied. */
  public void copied() {
    status = PortalStatus.DONE;
  }

  /** The copying was ended by an error. */
  public void copyFailed() {
    fail();
  }

  /** {@code PortalRunFetch}. */
  public long fetch(int level, FetchStep step, RowReceiver receiver) {
    activate(level);
    try {
      long rows = cursor().fetch(step.direction(), step.count(), receiver);
      status = PortalStatus.READY;
      return rows;
    } catch (RuntimeException | StackOverflowError e) {
      fail();
      throw e;
    }
  }

  /** How far to fetch: {@link Long#MAX_VALUE} is ALL. */
  public record FetchStep(FetchDirection direction, long count) {}

  private Cursor cursor() {
    if (cursor == null) {
      cursor = openCursor();
    }
    return cursor;
  }

  private Cursor openCursor() {
    List<OutputColumn> columns = definition.columns().orElse(List.of());
    if (definition.work() instanceof PortalWork.Select select) {
      completion = Completion.select(0);
      return isScrollable()
          ? new Cursor(columns, Scan.scrollable(select.open()), Cursor.Scrolling.ALLOWED, host)
          : new Cursor(columns, Scan.forwardOnly(select.open()), forbidden(), host);
    }
    if (definition.work() instanceof PortalWork.UtilityRows utility) {
      Collected rows = new Collected();
      completion = utility.call().run(rows);
      return new Cursor(columns, Scan.over(rows.rows), scrolling(), host);
    }
    throw new ReportedError(SqlState.INTERNAL_ERROR, "unsupported portal strategy");
  }

  private Cursor.Scrolling scrolling() {
    boolean forbidden = (settings.options() & CursorOption.NO_SCROLL) != 0;
    return forbidden ? forbidden() : Cursor.Scrolling.ALLOWED;
  }

  private Cursor.Scrolling forbidden() {
    return MajorChange.NO_SCROLL_FORBIDS_REWINDING.isIn(host.major())
        ? Cursor.Scrolling.FORBIDDEN
        : Cursor.Scrolling.FROM_THE_START;
  }

  /** {@code HoldPortal}: runs to the end, so that it can outlive its transaction. */
  void hold() {
    status = PortalStatus.ACTIVE;
    try {
      cursor().hold();
      status = PortalStatus.READY;
      createdIn = SubTransaction.NONE;
      activeIn = SubTransaction.NONE;
    } catch (RuntimeException | StackOverflowError e) {
      fail();
      throw e;
    }
  }

  private static final class Collected implements RowReceiver {
    private final List<Object[]> rows = new ArrayList<>();

    @Override
    public void start(List<OutputColumn> columns) {}

    @Override
    public void row(Object[] values) {
      rows.add(values);
    }
  }
}
