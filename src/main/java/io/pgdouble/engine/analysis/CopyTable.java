package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CoerceToDomain;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.OverridingKind;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.UnsupportedKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table and the columns that COPY reads or writes ({@code copy.c: DoCopy}). Errors have no
 * positions here.
 */
public record CopyTable(RangeVar name, RelationEntry relation, List<AttributeEntry> columns) {

  /** Those of a statement. */
  public static CopyTable of(CopyStmt node, AnalysisContext context) {
    RangeVar name = node.relation().orElseThrow();
    String shown = name.schemaname().map(schema -> schema + ".").orElse("") + name.relname();
    name.schemaname().ifPresent(schema -> requireSchema(context, schema));
    RelationEntry relation =
        Relations.find(context, name.schemaname(), name.relname())
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_TABLE, "relation \"" + shown + "\" does not exist"));
    if (relation.kind() == 'i' || relation.kind() == 'c') {
      int major = context.catalog().facts().major();
      throw UnsupportedKind.cannotOpen(relation.name(), relation.kind(), major).toException();
    }
    return new CopyTable(name, relation, columns(relation, node.attlist()));
  }

  private static void requireSchema(AnalysisContext context, String named) {
    String schema = context.searchPath().schema(named);
    if (!context.catalog().hasSchema(schema)) {
      throw new ReportedError(
          SqlState.UNDEFINED_SCHEMA, "schema \"" + schema + "\" does not exist");
    }
    Rights.requireUsage(context, named);
  }

  /** {@code CopyGetAttnums}. */
  private static List<AttributeEntry> columns(RelationEntry relation, List<String> names) {
    if (names.isEmpty()) {
      return relation.attributes().stream()
          .filter(one -> !one.dropped() && one.generated().isEmpty())
          .toList();
    }
    List<AttributeEntry> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      columns.add(column(relation, name));
      if (!seen.add(name)) {
        throw new ReportedError(
            SqlState.DUPLICATE_COLUMN, "column \"" + name + "\" specified more than once");
      }
    }
    return columns;
  }

  private static AttributeEntry column(RelationEntry relation, String name) {
    Optional<AttributeEntry> found = relation.find(name);
    if (found.filter(one -> !one.generated().isEmpty()).isPresent()) {
      throw ErrorReport.error(
              SqlState.INVALID_COLUMN_REFERENCE, "column \"" + name + "\" is a generated column")
          .withDetail("Generated columns cannot be used in COPY.")
          .toException();
    }
    return found.orElseThrow(() -> relation.missing(name));
  }

  /** That the columns of an option are among those that are copied. */
  public void requireListed(String option, List<String> names) {
    for (String name : names) {
      AttributeEntry column = column(relation, name);
      if (!columns.contains(column)) {
        throw new ReportedError(
            SqlState.INVALID_COLUMN_REFERENCE,
            option + " column \"" + name + "\" not referenced by COPY");
      }
    }
  }

  /** The query that reads it. */
  public AnalyzedQuery reading(AnalysisContext context) {
    List<ResTarget> targets =
        columns.stream()
            .map(one -> new ColumnRef(List.of(one.name()), false, -1))
            .map(ref -> new ResTarget(Optional.empty(), List.of(), ref, -1))
            .toList();
    SelectStmt select = SelectStmt.ofTable(targets, alone());
    return (AnalyzedQuery)
        Analyzer.analyze(new RawStmt(select, 0, 0), ParameterTypes.none(), context);
  }

  /** COPY does not read the tables that inherit from one. */
  private RangeVar alone() {
    return new RangeVar(
        name.catalogname(),
        name.schemaname(),
        name.relname(),
        false,
        name.relpersistence(),
        name.alias(),
        name.location());
  }

  /** The columns that a row has before others are computed from it: those that can be written. */
  public List<AttributeEntry> written() {
    return relation.attributes().stream()
        .filter(one -> !one.dropped() && one.generated().isEmpty())
        .toList();
  }

  /**
   * The default of a column; empty where it has none. COPY leaves such a column out, and does not
   * ask its domain.
   */
  public Optional<Expression> defaultOf(AttributeEntry column, AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    return Optional.of(new ColumnDefaults(state, relation).of(column))
        .filter(value -> !isNothing(value));
  }

  private static boolean isNothing(Expression value) {
    return value instanceof CoerceToDomain coercion
        ? isNothing(coercion.argument())
        : value instanceof Const constant && constant.value() == null;
  }

  /** The query that writes rows as they come in, each with all that can be written. */
  public Query writing(AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    TargetTable target = TargetTable.open(state, name);
    List<AttributeEntry> all = written();
    List<Expression> values = new ArrayList<>();
    List<RangeColumn> incoming = new ArrayList<>();
    for (AttributeEntry column : all) {
      values.add(
          new Var(0, 1, values.size() + 1, column.type(), column.typmod(), column.collation(), -1));
      incoming.add(
          new RangeColumn(column.name(), column.type(), column.typmod(), column.collation(), 0, 0));
    }
    state.rangeTable.add(new RangeEntry.Incoming("*COPY*", incoming));
    TargetColumns written = new TargetColumns(state, target, new Defaults());
    written.insert(
        new InsertColumns(all, List.of(), List.of()), values, OverridingKind.SYSTEM_VALUE);
    SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
    parts.from = List.of(new FromNode.Range(1));
    parts.targets = written.targets();
    parts.modification =
        Optional.of(
            new Modification(
                ModificationKind.INSERT,
                target.index(),
                written.columns(),
                columns.stream().map(AttributeEntry::number).sorted().toList(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()));
    return parts.build(state);
  }
}
