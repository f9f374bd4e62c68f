package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** GET DIAGNOSTICS ({@code exec_stmt_getdiag}). */
final class DiagnosticsStatement extends PlStatement {
  private final Area area;
  private final List<Item> items;

  DiagnosticsStatement(int line, Area area, List<Item> items) {
    super(line);
    this.area = area;
    this.items = List.copyOf(items);
  }

  /** Of which error it tells. */
  enum Area {
    CURRENT,
    STACKED
  }

  /** What goes where. */
  record Item(ItemKind kind, Datum target) {}

  /** {@code PLpgSQL_getdiag_kind}, with the field of the caught error it tells. */
  enum ItemKind {
    ROW_COUNT(Optional.empty()),
    PG_CONTEXT(Optional.empty()),
    PG_EXCEPTION_CONTEXT(Optional.of(ErrorField.WHERE)),
    PG_EXCEPTION_DETAIL(Optional.of(ErrorField.DETAIL)),
    PG_EXCEPTION_HINT(Optional.of(ErrorField.HINT)),
    RETURNED_SQLSTATE(Optional.empty()),
    COLUMN_NAME(Optional.of(ErrorField.COLUMN)),
    CONSTRAINT_NAME(Optional.of(ErrorField.CONSTRAINT)),
    PG_DATATYPE_NAME(Optional.of(ErrorField.DATA_TYPE)),
    MESSAGE_TEXT(Optional.empty()),
    TABLE_NAME(Optional.of(ErrorField.TABLE)),
    SCHEMA_NAME(Optional.of(ErrorField.SCHEMA));

    private final Optional<ErrorField> field;

    ItemKind(Optional<ErrorField> field) {
      this.field = field;
    }

    /** Whether GET DIAGNOSTICS of an area may ask for it. */
    boolean isAllowedIn(Area area) {
      return switch (this) {
        case PG_CONTEXT -> true;
        case ROW_COUNT -> area == Area.CURRENT;
        case PG_EXCEPTION_CONTEXT,
            PG_EXCEPTION_DETAIL,
            PG_EXCEPTION_HINT,
            RETURNED_SQLSTATE,
            COLUMN_NAME,
            CONSTRAINT_NAME,
            PG_DATATYPE_NAME,
            MESSAGE_TEXT,
            TABLE_NAME,
            SCHEMA_NAME ->
            area == Area.STACKED;
      };
    }
  }

  @Override
  String typeName() {
    return area == Area.STACKED ? "GET STACKED DIAGNOSTICS" : "GET DIAGNOSTICS";
  }

  @Override
  Outcome run(Estate estate) {
    if (area == Area.STACKED && estate.caught.isEmpty()) {
      throw new ReportedError(
          SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
          "GET STACKED DIAGNOSTICS cannot be used outside an exception handler");
    }
    for (Item item : items) {
      estate.assignment.value(item.target(), value(estate, item.kind()));
    }
    return Outcome.OK;
  }

  private static Typed value(Estate estate, ItemKind kind) {
    if (kind == ItemKind.ROW_COUNT) {
      return Typed.of(estate.processed, TypeOid.INT8);
    }
    String text =
        switch (kind) {
          case ROW_COUNT -> "";
          case PG_CONTEXT -> estate.spi.contexts().lines();
          case RETURNED_SQLSTATE -> estate.caught.orElseThrow().code();
          case MESSAGE_TEXT -> estate.caught.orElseThrow().message();
          case PG_EXCEPTION_CONTEXT,
              PG_EXCEPTION_DETAIL,
              PG_EXCEPTION_HINT,
              COLUMN_NAME,
              CONSTRAINT_NAME,
              PG_DATATYPE_NAME,
              TABLE_NAME,
              SCHEMA_NAME ->
              kind.field.flatMap(estate.caught.orElseThrow()::field).orElse("");
        };
    return Typed.of(text, TypeOid.TEXT);
  }
}
