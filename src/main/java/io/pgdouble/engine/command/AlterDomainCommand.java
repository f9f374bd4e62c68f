package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.analysis.TypeNames.TypeReference;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterDomainStmt;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** ALTER DOMAIN ({@code typecmds.c: AlterDomainDefault} and its neighbours). */
record AlterDomainCommand(SessionMemory memory, AlterDomainStmt node) {

  /** Nothing here is told with a position: the server has no text at hand. */
  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    try {
      alter(domain());
    } catch (ReportedError error) {
      throw error.report().without(ErrorField.POSITION).toException();
    }
    return in.done();
  }

  private TypeEntry domain() {
    NamedTypes types = new NamedTypes(memory);
    TypeEntry domain = types.find(node.typeName());
    if (domain.kind() != 'd') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, TypeFacts.name(domain.oid()) + " is not a domain");
    }
    types.checkOwner(domain);
    return domain;
  }

  private void alter(TypeEntry domain) {
    switch (node.subtype()) {
      case "T" -> setDefault(domain);
      case "N" -> change(domain, "typnotnull", Optional.of("f"));
      case "O" -> {
        requireNoNulls(domain);
        change(domain, "typnotnull", Optional.of("t"));
      }
      case "C" -> add(domain, (Constraint) node.def().orElseThrow());
      case "X" -> drop(domain);
      case "V" -> validate(domain);
      default -> throw new IllegalStateException("ALTER DOMAIN of kind " + node.subtype());
    }
  }

  private void requireNoNulls(TypeEntry domain) {
    long oid = Integer.toUnsignedLong(domain.oid());
    FactRow row = memory.changes().current().table("pg_type").byOid(oid).orElseThrow();
    if (!row.bool("typnotnull")) {
      new DomainColumns(memory, domain).requireNoNulls();
    }
  }

  private void change(TypeEntry domain, String column, Optional<String> value) {
    new CatalogRows(memory.changes())
        .change("pg_type", Integer.toUnsignedString(domain.oid()), column, value);
  }

  private void setDefault(TypeEntry domain) {
    Optional<Expression> value =
        node.def()
            .map(
                raw ->
                    new DefinitionExpressions(memory.analysis(memory.execution()))
                        .domainDefault(
                            node.typeName(),
                            new TypeReference(domain.base(), domain.baseTypmod()),
                            (Expr) raw))
            .filter(made -> !(made instanceof Expression.Const one && one.value() == null));
    Optional<String> tree = value.map(new NodeText(memory.catalog())::write);
    change(domain, "typdefaultbin", tree);
    change(domain, "typdefault", tree.map(one -> CreateDomainCommand.defaultText(memory, one)));
    value.ifPresent(
        made ->
            new ExpressionDependencies(
                    new CatalogRows(memory.changes()),
                    ObjectAddress.type(Integer.toUnsignedLong(domain.oid())))
                .record(made, 0));
  }

  private void add(TypeEntry domain, Constraint constraint) {
    DomainConstraintKinds.require(constraint);
    Expression condition = new DomainConstraints(memory, domain).add(constraint);
    if (!constraint.attributes().skipValidation()) {
      new DomainColumns(memory, domain).require(condition);
    }
  }

  private void drop(TypeEntry domain) {
    Optional<FactRow> row = new DomainConstraints(memory, domain).find(name());
    if (row.isPresent()) {
      ObjectAddress address = ObjectAddress.constraint(row.get().oid("oid"));
      new Deletion(memory).drop(List.of(address), node.behavior());
    } else if (node.missingOk()) {
      new NamedTypes(memory).skip(SqlState.SUCCESSFUL_COMPLETION, missing());
    } else {
      throw new ReportedError(SqlState.UNDEFINED_OBJECT, missing());
    }
  }

  private String name() {
    return node.name().orElseThrow();
  }

  private String missing() {
    return "constraint \""
        + name()
        + "\" of domain \""
        + String.join(".", node.typeName())
        + "\" does not exist";
  }

  private void validate(TypeEntry domain) {
    FactRow row =
        new DomainConstraints(memory, domain)
            .find(name())
            .orElseThrow(() -> new ReportedError(SqlState.UNDEFINED_OBJECT, missing()));
    if (!row.bool("convalidated")) {
      new DomainColumns(memory, domain)
          .require(new NodeText(memory.catalog()).read(row.text("conbin"), Expression.class));
      new CatalogRows(memory.changes())
          .change("pg_constraint", row.oid("oid"), "convalidated", "t");
    }
  }
}
