package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.FetchDirection;
import java.util.List;
import java.util.Optional;

/** A loop over rows ({@code exec_for_query}). */
final class RowLoopStatement extends PlStatement {
  private static final int FIRST_ROWS = 10;
  private static final int MORE_ROWS = 50;

  private final Source source;
  private final Datum target;
  private final LoopBody body;

  RowLoopStatement(int line, Source source, Datum target, LoopBody body) {
    super(line);
    this.source = source;
    this.target = target;
    this.body = body;
  }

  /** Where the rows come from. */
  interface Source {
    String typeName();

    Opened open(Estate estate);

    /** Whether rows may be read before they are looped over. */
    Reading reading();
  }

  /**
   * A portal, and what is done once it is closed.
   *
   * @param nameless a cursor variable that has its name from the portal
   */
  record Opened(Portal portal, Optional<Datum.Scalar> nameless) {
    static Opened of(Portal portal) {
      return new Opened(portal, Optional.empty());
    }
  }

  /** How rows are read. */
  enum Reading {
    AHEAD,
    ONE_BY_ONE
  }

  @Override
  String typeName() {
    return source.typeName();
  }

  @Override
  Outcome run(Estate estate) {
    Opened opened = source.open(estate);
    Portal portal = opened.portal();
    boolean ahead =
        source.reading() == Reading.AHEAD && estate.atomicity == SpiPlan.Atomicity.ATOMIC;
    portal.pin();
    boolean any = false;
    int wanted = ahead ? FIRST_ROWS : 1;
    Optional<Outcome> end = Optional.empty();
    List<Object[]> rows = fetch(estate, portal, wanted);
    if (rows.isEmpty()) {
      estate.assignment.row(target, Optional.empty(), columns(portal));
    }
    while (end.isEmpty() && !rows.isEmpty()) {
      any = true;
      end = loop(estate, portal, rows);
      rows = end.isEmpty() ? fetch(estate, portal, ahead ? MORE_ROWS : 1) : rows;
    }
    portal.unpin();
    estate.found(any);
    estate.spi.portals().drop(portal);
    opened.nameless().ifPresent(cursor -> estate.variables.set(cursor, null));
    return end.orElse(Outcome.OK);
  }

  private Optional<Outcome> loop(Estate estate, Portal portal, List<Object[]> rows) {
    for (Object[] row : rows) {
      estate.assignment.row(target, Optional.of(row), columns(portal));
      Optional<Outcome> end = body.once(estate);
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private static List<OutputColumn> columns(Portal portal) {
    return portal.columns().orElse(List.of());
  }

  private static List<Object[]> fetch(Estate estate, Portal portal, int count) {
    CollectedRows rows = new CollectedRows();
    portal.fetch(
        estate.spi.block().level().id(), new Portal.FetchStep(FetchDirection.FORWARD, count), rows);
    return rows.rows();
  }

  /** FOR over a query. */
  record OfQuery(PlExpression query) implements Source {
    @Override
    public String typeName() {
      return "FOR over SELECT rows";
    }

    @Override
    public Opened open(Estate estate) {
      return Opened.of(Cursors.open(estate, Optional.empty(), query, CursorOption.NO_SCROLL));
    }

    @Override
    public Reading reading() {
      return Reading.AHEAD;
    }
  }

  /** FOR over EXECUTE. */
  record OfText(DynamicSql sql) implements Source {
    @Override
    public String typeName() {
      return "FOR over EXECUTE statement";
    }

    @Override
    public Opened open(Estate estate) {
      return Opened.of(sql.open(estate, Optional.empty(), CursorOption.NO_SCROLL));
    }

    @Override
    public Reading reading() {
      return Reading.AHEAD;
    }
  }

  /** FOR over a bound cursor. */
  record OfCursor(Datum.Scalar cursor, Optional<PlExpression> arguments) implements Source {
    @Override
    public String typeName() {
      return "FOR over cursor";
    }

    @Override
    public Opened open(Estate estate) {
      boolean nameless = Cursors.freeName(estate, cursor).isEmpty();
      Cursors.arguments(estate, cursor, arguments);
      Portal portal = Cursors.open(estate, cursor, cursor.cursorQuery, cursor.cursorOptions);
      return new Opened(portal, nameless ? Optional.of(cursor) : Optional.empty());
    }

    @Override
    public Reading reading() {
      return Reading.ONE_BY_ONE;
    }
  }
}
