package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Map;
import java.util.Optional;

/**
 * The front door of the room: types by OID, and how their values are read and written. Row types
 * and the user's own types are the catalog's; this knows those the server is born with.
 */
public final class Types {
  private Types() {}

  /** Loaded when first asked for more than the way to read and write. */
  private static final class Table {
    static final Map<Integer, DataType> BY_OID = BuiltinTypes.rows();
    static final Map<String, DataType> BY_NAME = byName();

    private static Map<String, DataType> byName() {
      Map<String, DataType> names = new java.util.HashMap<>(512);
      BY_OID.values().forEach(type -> names.put(type.name(), type));
      return names;
    }
  }

  public static Optional<DataType> find(int oid) {
    return Optional.ofNullable(Table.BY_OID.get(oid));
  }

  /**
   * By {@code typname} in {@code pg_catalog}: {@code int4}, not {@code integer}; an array's begins
   * with an underscore.
   */
  public static Optional<DataType> find(String name) {
    return Optional.ofNullable(Table.BY_NAME.get(name));
  }

  /**
   * @throws ReportedError {@code XX000} for an OID that is no type's, as {@code lsyscache.c} does
   */
  public static DataType get(int oid) {
    return find(oid)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.INTERNAL_ERROR,
                    "cache lookup failed for type " + Integer.toUnsignedString(oid)));
  }

  /**
   * How values of a type are read and written.
   *
   * @throws ReportedError {@code 0A000} for a type whose values are not simulated
   */
  public static TypeIo io(int oid) {
    TypeIo io = UserTypeIo.holds(oid) ? new UserTypeIo(oid) : TypeIos.find(oid);
    if (io == null) {
      throw ErrorReport.notSimulated("values of type " + TypeName.format(oid)).toException();
    }
    return io;
  }
}
