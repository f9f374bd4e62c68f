package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The operators by which the columns of a foreign key are compared, by OID. */
record KeyOperators(long primaryForeign, long primary, long foreign) {

  /** A referenced column and the one that refers to it. */
  record Pair(AttributeEntry primary, AttributeEntry foreign) {}

  static KeyOperators find(Catalog catalog, String constraint, Pair pair) {
    int primary = TypeFacts.baseType(catalog, pair.primary().type());
    int foreign = TypeFacts.baseType(catalog, pair.foreign().type());
    Ordering ordering = catalog.ordering(primary).orElseThrow();
    OperatorEntry own = ordering.equal();
    if (primary == foreign) {
      return new KeyOperators(oid(own), oid(own), oid(own));
    }
    Optional<OperatorEntry> crossing =
        catalog.operatorsNamed("=").stream()
            .filter(one -> one.left() == primary && one.right() == foreign)
            .filter(one -> catalog.ordering(foreign).isPresent())
            .findFirst();
    if (crossing.isPresent() && own.left() == primary) {
      long other = oid(catalog.ordering(foreign).orElseThrow().equal());
      return new KeyOperators(oid(crossing.get()), oid(own), other);
    }
    boolean becomes =
        catalog.cast(foreign, own.left()).filter(cast -> cast.context() == 'i').isPresent()
            || foreign == own.left();
    if (!becomes) {
      throw incompatible(constraint, pair);
    }
    return new KeyOperators(oid(own), oid(own), oid(own));
  }

  private static long oid(OperatorEntry operator) {
    return Integer.toUnsignedLong(operator.oid());
  }

  private static RuntimeException incompatible(String constraint, Pair pair) {
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            "foreign key constraint \"" + constraint + "\" cannot be implemented")
        .withDetail(
            "Key columns \""
                + pair.foreign().name()
                + "\" and \""
                + pair.primary().name()
                + "\" are of incompatible types: "
                + TypeFacts.name(pair.foreign().type())
                + " and "
                + TypeFacts.name(pair.primary().type())
                + ".")
        .toException();
  }

  static String list(List<KeyOperators> all, ToLongFunction<KeyOperators> which) {
    return all.stream()
        .map(one -> Long.toString(which.applyAsLong(one)))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
