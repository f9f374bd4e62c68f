package io.pgdouble.engine;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.CatalogTypes;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.definition.DomainDefinitions;
import io.pgdouble.engine.definition.DomainEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.planning.ScalarPlan;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.EnumLabels;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.UserTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Users' types as a session's catalog has them.
 *
 * @param unsafe labels that the transaction has added and not committed
 */
record SessionTypes(Catalog catalog, ExecutionContext context, Set<Long> unsafe)
    implements UserTypes {

  @Override
  public Optional<TypeIo> io(int oid) {
    return CatalogTypes.of(catalog).io(oid);
  }

  @Override
  public Optional<EnumLabels> labels(int oid) {
    return CatalogTypes.of(catalog).labels(oid);
  }

  /** {@code enum.c: check_safe_enum_use}. */
  @Override
  public void checkLabel(int oid, EnumLabels.Label label) {
    if (unsafe.contains(label.oid())) {
      throw ErrorReport.error(
              SqlState.UNSAFE_NEW_ENUM_VALUE_USAGE,
              "unsafe use of new value \""
                  + label.text()
                  + "\" of enum type "
                  + TypeName.format(oid))
          .withHint("New enum values must be committed before they can be used.")
          .toException();
    }
  }

  private record Key(int domain) {}

  private record Compiled(DomainEntry domain, List<ScalarPlan> conditions) {}

  @Override
  public void checkDomain(int oid, Object value) {
    Compiled compiled = catalog.derived(new Key(oid), version -> compile(oid));
    DomainEntry domain = compiled.domain();
    if (domain.notNull() && value == null) {
      throw about(
              domain.type(),
              ErrorReport.error(
                  SqlState.NOT_NULL_VIOLATION,
                  "domain " + TypeName.format(oid) + " does not allow null values"))
          .toException();
    }
    for (int i = 0; i < compiled.conditions().size(); i++) {
      Object holds = compiled.conditions().get(i).computeOf(context, value);
      if (Boolean.FALSE.equals(holds)) {
        throw violated(domain.type(), domain.checks().get(i).name());
      }
    }
  }

  private Compiled compile(int oid) {
    DomainEntry domain = DomainDefinitions.of(catalog, oid);
    List<ScalarPlan> conditions =
        domain.checks().stream().map(check -> ScalarPlan.of(check.condition())).toList();
    return new Compiled(domain, conditions);
  }

  private static RuntimeException violated(TypeEntry domain, String constraint) {
    String message =
        "value for domain "
            + TypeName.format(domain.oid())
            + " violates check constraint \""
            + constraint
            + "\"";
    return about(domain, ErrorReport.error(SqlState.CHECK_VIOLATION, message))
        .with(ErrorField.CONSTRAINT, constraint)
        .toException();
  }

  /** {@code errdatatype}. */
  private static ErrorReport about(TypeEntry domain, ErrorReport report) {
    return report
        .with(ErrorField.SCHEMA, domain.schema())
        .with(ErrorField.DATA_TYPE, domain.name());
  }
}
