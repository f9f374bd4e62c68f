package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeOid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Definitions of objects as SQL ({@code ruleutils.c}).
 *
 * @param meanings what texts mean that are kept instead of trees
 */
public record DefinitionTexts(
    Catalog catalog, TypeEnvironment environment, SearchPath path, Meanings meanings)
    implements ObjectDefinitions {
  private static final String OWN_TEMPORARY = "pg_temp";

  /** Reads what catalogs keep as texts. */
  public interface Meanings {
    /** The query of a view that the server is born with. */
    Query view(RelationEntry view, String text);

    /** The default of a parameter of a type. */
    Expression value(String text, int type);
  }

  private FactRow row(String table, long oid) {
    return catalog.facts().table(table).byOid(oid).orElseThrow();
  }

  String quoted(String name) {
    return IdentifierList.quoted(name, catalog.facts());
  }

  /** The name of a relation, qualified where it is not visible ({@code generate_relation_name}). */
  String relationName(long oid) {
    return environment.objectNames().name(TypeOid.REGCLASS, oid).orElseThrow();
  }

  /** The session's own temporary tables are in {@code pg_temp}. */
  String qualifiedName(RelationEntry relation) {
    boolean own =
        MajorChange.TEMPORARY_TABLES_ARE_SHOWN_AS_SUCH.isIn(catalog.facts().major())
            && relation.schema().equals(path.schema(OWN_TEMPORARY));
    String schema = own ? OWN_TEMPORARY : relation.schema();
    return quoted(schema) + "." + quoted(relation.name());
  }

  ExpressionText over(RelationEntry relation, Style style) {
    return expressions(style, new RelationColumns(this, Optional.of(relation)));
  }

  ExpressionText expressions(Style style, ColumnTexts columns) {
    return new ExpressionText(deparsing(style, 0), columns, Optional.empty());
  }

  private Deparsing deparsing(Style style, int wrap) {
    return new Deparsing(
        catalog, environment, path, style, wrap, new TextBuffer(TextBuffer.Lines.BROKEN));
  }

  private ExpressionText overNothing(Style style) {
    return expressions(style, new RelationColumns(this, Optional.empty()));
  }

  @Override
  public Optional<String> expression(String tree, long relation, Style style) {
    if (!tree.startsWith("(")) {
      throw ErrorReport.notSimulated("the text of this expression").toException();
    }
    NodeText nodes = new NodeText(catalog);
    if (tree.startsWith("(ExpressionList")) {
      return catalog
          .relation((int) relation)
          .map(
              table ->
                  nodes.read(tree, ExpressionList.class).expressions().stream()
                      .map(over(table, style)::of)
                      .collect(Collectors.joining(", ")));
    }
    Expression expression = nodes.read(tree, Expression.class);
    if (relation == 0) {
      return Optional.of(overNothing(style).of(expression));
    }
    return catalog.relation((int) relation).map(table -> over(table, style).of(expression));
  }

  @Override
  public Optional<String> constraint(long oid, Style style) {
    return catalog
        .facts()
        .table("pg_constraint")
        .byOid(oid)
        .map(row -> new ConstraintText(this, row).of(style));
  }

  @Override
  public Optional<String> index(long oid, int column, Style style) {
    return catalog
        .facts()
        .table("pg_index")
        .byOid(oid)
        .map(row -> new IndexText(this, row, style).of(column));
  }

  @Override
  public Optional<String> trigger(long oid, Style style) {
    return catalog
        .facts()
        .table("pg_trigger")
        .byOid(oid)
        .map(row -> new TriggerText(this, row, style).of());
  }

  @Override
  public Optional<FunctionTexts> function(long oid) {
    return catalog
        .facts()
        .table("pg_proc")
        .byOid(oid)
        .map(row -> new FunctionText(this, row, catalog.proc((int) oid)));
  }

  /** A default as SQL, without line breaks. */
  String value(String text, int type) {
    Deparsing context =
        new Deparsing(
            catalog, environment, path, Style.PLAIN, -1, new TextBuffer(TextBuffer.Lines.ONE));
    return new ExpressionText(
            context, new RelationColumns(this, Optional.empty()), Optional.empty())
        .of(meanings.value(text, type));
  }

  String type(int type) {
    return environment
        .objectNames()
        .name(TypeOid.REGTYPE, Integer.toUnsignedLong(type))
        .orElseThrow();
  }

  @Override
  public int updatable(long relation, int column, InsteadTriggers triggers) {
    UpdatableViews views = new UpdatableViews(catalog, this::queryOf);
    return catalog
        .relation((int) relation)
        .map(one -> views.events(one, column == 0 ? Set.of() : Set.of(column), triggers))
        .orElse(0);
  }

  private Optional<Query> queryOf(RelationEntry view) {
    return catalog
        .facts()
        .table("pg_views")
        .byOid(Integer.toUnsignedLong(view.oid()))
        .map(row -> meanings.view(view, row.text("definition")))
        .or(() -> ViewQueries.of(catalog, view));
  }

  @Override
  public long relation(String name) {
    return environment.objectNames().resolve(TypeOid.REGCLASS, name);
  }

  @Override
  public Optional<String> view(long oid, Style style, int wrap) {
    Optional<String> ofServer =
        catalog.facts().table("pg_views").byOid(oid).map(row -> row.text("definition"));
    if (ofServer.isEmpty() || style == Style.PLAIN) {
      return ofServer.isPresent() ? ofServer : ofUser(oid, style, wrap);
    }
    RelationEntry view = catalog.relation((int) oid).orElseThrow();
    return Optional.of(text(view, meanings.view(view, ofServer.get()), style, wrap));
  }

  private Optional<String> ofUser(long oid, Style style, int wrap) {
    return catalog
        .relation((int) oid)
        .flatMap(
            view ->
                ViewQueries.definition(catalog, view).map(query -> text(view, query, style, wrap)));
  }

  private String text(RelationEntry view, Query query, Style style, int wrap) {
    List<String> names = view.columns().stream().map(AttributeEntry::name).toList();
    return QueryText.ofView(deparsing(style, wrap), query, names);
  }

  @Override
  public Optional<String> serialSequence(String table, String column) {
    long oid = environment.objectNames().resolve(TypeOid.REGCLASS, table);
    RelationEntry relation = catalog.relation((int) oid).orElseThrow();
    AttributeEntry attribute = relation.require(column);
    return catalog.facts().table("pg_depend").where("refobjid", Long.toString(oid)).stream()
        .filter(row -> row.integer("refobjsubid") == attribute.number())
        .filter(row -> "ai".indexOf(row.letter("deptype")) >= 0)
        .flatMap(row -> catalog.relation((int) row.oid("objid")).stream())
        .filter(one -> one.kind() == 'S')
        .map(this::qualifiedName)
        .findFirst();
  }

  /** {@code decompile_column_index_array}. */
  String columns(RelationEntry relation, long[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> quoted(relation.attributes().get((int) number - 1).name()))
        .collect(Collectors.joining(", "));
  }

  RelationEntry relationEntry(long oid) {
    return catalog.relation((int) oid).orElseThrow();
  }

  FactRow indexRow(long oid) {
    return row("pg_index", oid);
  }
}
