package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.analysis.TypeNames.TypeReference;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.CreateDomainStmt;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CREATE DOMAIN ({@code typecmds.c: DefineDomain}). */
final class CreateDomainCommand {
  private static final String BASE_KINDS = "bcderm";

  private final SessionMemory memory;
  private final CreateDomainStmt node;
  private final AnalysisContext context;
  private final Map<String, String> own = new HashMap<>();
  private Optional<Expression> defaultValue = Optional.empty();
  private boolean sawDefault;
  private boolean sawNullable;

  CreateDomainCommand(SessionMemory memory, CreateDomainStmt node) {
    this.memory = memory;
    this.node = node;
    this.context = memory.analysis(memory.execution());
  }

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    if (MajorChange.DOMAINS_HAVE_PLACES.isIn(memory.changes().facts().major())) {
      define();
    } else {
      withoutPlaces(this::define);
    }
    return in.done();
  }

  /** Where the server has no text at hand, nothing is told with a position. */
  private static void withoutPlaces(Runnable step) {
    try {
      step.run();
    } catch (ReportedError error) {
      throw error.report().without(ErrorField.POSITION).toException();
    }
  }

  private void define() {
    List<String> names = node.domainname();
    String name = names.get(names.size() - 1);
    CreationSchema schema = new NamedTypes(memory).creation(names);
    TypeReference base = TypeNames.resolve(node.typeName(), context);
    TypeEntry type = memory.catalog().type(base.type());
    if (BASE_KINDS.indexOf(type.kind()) < 0) {
      throw ErrorReport.error(
              SqlState.DATATYPE_MISMATCH,
              "\"" + TypeName.format(type.oid()) + "\" is not a valid base type for a domain")
          .withPosition(node.typeName().location() + 1)
          .toException();
    }
    new TypeUsage(memory).require(base.type());
    own.put("typtypmod", Integer.toString(base.typmod()));
    own.put("typndims", Integer.toString(node.typeName().arrayBounds().size()));
    own.put(
        "typcollation",
        Integer.toUnsignedString(ColumnCollations.of(context, base.type(), node.collClause())));
    for (Constraint constraint : node.constraints()) {
      add(constraint, base);
    }
    create(new Place(name, schema), base);
  }

  private record Place(String name, CreationSchema schema) {}

  private void create(Place place, TypeReference base) {
    CatalogRows rows = new CatalogRows(memory.changes());
    FactRow beneath =
        rows.facts().table("pg_type").byOid(Integer.toUnsignedLong(base.type())).orElseThrow();
    CatalogRows.TypeOids oids = rows.newTypeOids();
    long oid = oids.element();
    long owner = new Principal(memory).oid();
    new TypeRows(rows)
        .insertDomain(
            new TypeRows.Element(oids, place.name(), place.schema(), owner), beneath, own);
    defaultValue.ifPresent(
        value -> new ExpressionDependencies(rows, ObjectAddress.type(oid)).record(value, 0));
    DomainConstraints checks = new DomainConstraints(memory, memory.catalog().type((int) oid));
    node.constraints().stream()
        .filter(constraint -> constraint.contype() == ConstrType.CHECK)
        .forEach(check -> withoutPlaces(() -> checks.add(check)));
  }

  private void add(Constraint constraint, TypeReference base) {
    switch (constraint.contype()) {
      case NULL -> nullable(constraint);
      case NOTNULL -> notNull(constraint);
      case DEFAULT -> {
        if (sawDefault) {
          throw DomainConstraintKinds.at(
              constraint, SqlState.SYNTAX_ERROR, "multiple default expressions");
        }
        sawDefault = true;
        setDefault(constraint, base);
      }
      case CHECK,
          UNIQUE,
          PRIMARY,
          EXCLUSION,
          FOREIGN,
          IDENTITY,
          GENERATED,
          ATTR_DEFERRABLE,
          ATTR_NOT_DEFERRABLE,
          ATTR_DEFERRED,
          ATTR_IMMEDIATE ->
          DomainConstraintKinds.require(constraint);
    }
  }

  private void notNull(Constraint constraint) {
    if (sawNullable) {
      throw conflict(constraint);
    }
    if (MajorChange.DOMAIN_CONSTRAINTS_ARE_NOT_OF_TABLES.isIn(memory.changes().facts().major())
        && constraint.conname().isPresent()) {
      throw ErrorReport.notSimulated("NOT NULL constraints of domains").toException();
    }
    own.put("typnotnull", "t");
  }

  private void nullable(Constraint constraint) {
    if (own.containsKey("typnotnull")) {
      throw conflict(constraint);
    }
    sawNullable = true;
  }

  private static ReportedError conflict(Constraint constraint) {
    return DomainConstraintKinds.at(
        constraint, SqlState.SYNTAX_ERROR, "conflicting NULL/NOT NULL constraints");
  }

  /** {@code deparse_expression} of a default, which refers to no relation. */
  static String defaultText(SessionMemory memory, String tree) {
    return memory
        .execution()
        .definitions()
        .expression(tree, 0, ObjectDefinitions.Style.PLAIN)
        .orElseThrow();
  }

  private void setDefault(Constraint constraint, TypeReference base) {
    Expression value =
        new DefinitionExpressions(context)
            .domainDefault(node.domainname(), base, constraint.rawExpr().orElseThrow());
    boolean none = value instanceof Expression.Const constant && constant.value() == null;
    if (!none) {
      defaultValue = Optional.of(value);
      String tree = new NodeText(memory.catalog()).write(value);
      own.put("typdefaultbin", tree);
      own.put("typdefault", defaultText(memory, tree));
    }
  }
}
