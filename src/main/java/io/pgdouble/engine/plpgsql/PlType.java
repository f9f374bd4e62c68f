package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeOid;

/** The type of a variable ({@code PLpgSQL_type}). */
record PlType(int oid, int typmod, Kind kind, int collation) {
  /** {@code PLpgSQL_type_type}. */
  enum Kind {
    SCALAR,
    RECORD,
    PSEUDO
  }

  /** {@code build_datatype}. */
  static PlType of(Catalog catalog, int oid, int typmod) {
    TypeEntry type = catalog.type(oid);
    return new PlType(oid, typmod, kind(catalog, type), type.collation());
  }

  static PlType of(Catalog catalog, int oid) {
    return of(catalog, oid, -1);
  }

  private static Kind kind(Catalog catalog, TypeEntry type) {
    return switch (type.kind()) {
      case 'c' -> Kind.RECORD;
      case 'd' -> ofDomain(catalog, type);
      case 'p' -> type.oid() == TypeOid.RECORD ? Kind.RECORD : Kind.PSEUDO;
      default -> Kind.SCALAR;
    };
  }

  private static Kind ofDomain(Catalog catalog, TypeEntry domain) {
    if (kind(catalog, catalog.type(domain.base())) != Kind.SCALAR) {
      throw ErrorReport.notSimulated("variables of domains over composite types").toException();
    }
    return Kind.SCALAR;
  }
}
