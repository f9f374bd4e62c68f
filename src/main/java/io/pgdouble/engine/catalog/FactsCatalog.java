package io.pgdouble.engine.catalog;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a database knows when it was just made: the facts of a major, nothing added. Tables are read
 * when first needed. Safe to share between sessions.
 */
public final class FactsCatalog implements Catalog {
  /** Views of {@code pg_catalog} whose rows the session tells, or a table of facts. */
  private static final Set<String> KNOWN_BY_ROWS =
      Set.of(
          "pg_cursors",
          "pg_file_settings",
          "pg_hba_file_rules",
          "pg_ident_file_mappings",
          "pg_prepared_statements",
          "pg_roles",
          "pg_settings",
          "pg_stat_activity");

  /** The function that each of the server's views of files stands for. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "pg_file_settings", "pg_show_all_file_settings",
          "pg_hba_file_rules", "pg_hba_file_rules",
          "pg_ident_file_mappings", "pg_ident_file_mappings");

  private final Facts facts;
  private final Map<Integer, TypeEntry> types = new ConcurrentHashMap<>();
  private final Map<Integer, ProcEntry> procs = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<Ordering>> orderings = new ConcurrentHashMap<>();
  private final Map<String, Optional<RelationEntry>> relations = new ConcurrentHashMap<>();
  private final Lazy<FactIndex<TypeEntry>> typesByName;
  private final Lazy<FactIndex<ProcEntry>> procsByName;
  private final Lazy<FactIndex<OperatorEntry>> operatorsByName;
  private final Lazy<FactIndex<AggregateEntry>> aggregates;
  private final Lazy<FactIndex<CollationEntry>> collationsByName;
  private final Lazy<FactIndex<FactRow>> relationsByName;
  private final Lazy<FactIndex<AttributeEntry>> attributes;
  private final Lazy<FactIndex<String>> schemas;
  private final Lazy<Map<Long, CastEntry>> casts;
  private final Lazy<OrderingFacts> orderingFacts;

  public FactsCatalog(Facts facts) {
    this.facts = facts;
    this.typesByName = index("pg_type", "typname", row -> type(FactEntries.oid(row, "oid")));
    this.procsByName = index("pg_proc", "proname", this::known);
    this.operatorsByName = index("pg_operator", "oprname", FactEntries::operator);
    this.aggregates = index("pg_aggregate", "aggfnoid", row -> FactEntries.aggregate(row, this));
    this.collationsByName = index("pg_collation", "collname", FactEntries::collation);
    this.relationsByName = index("pg_class", "relname", row -> row);
    this.attributes = index("pg_attribute", "attrelid", FactEntries::attribute);
    this.schemas = index("pg_namespace", "nspname", row -> row.text("nspname"));
    this.casts = new Lazy<>(this::readCasts);
    this.orderingFacts = new Lazy<>(() -> new OrderingFacts(facts, this));
  }

  private <T> Lazy<FactIndex<T>> index(
      String table, String column, java.util.function.Function<FactRow, T> reader) {
    return new Lazy<>(() -> new FactIndex<>(facts.table(table), column, reader));
  }

  /** The facts beneath, for relations whose rows they are. */
  public Facts facts() {
    return facts;
  }

  @Override
  public Optional<TypeEntry> findType(int oid) {
    TypeEntry known = types.get(oid);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TypeEntry> found =
        facts.table("pg_type").byOid(Integer.toUnsignedLong(oid)).map(FactEntries::type);
    found.ifPresent(type -> types.put(oid, type));
    return found;
  }

  @Override
  public TypeEntry type(int oid) {
    TypeEntry known = types.get(oid);
    return known != null ? known : findType(oid).orElseThrow(() -> missing("type", oid));
  }

  private static ReportedError missing(String kind, int oid) {
    return new ReportedError(
        SqlState.INTERNAL_ERROR,
        "cache lookup failed for " + kind + " " + Integer.toUnsignedString(oid));
  }

  @Override
  public Optional<TypeEntry> typeNamed(String schema, String name) {
    return in(schema, typesByName.get().get(name), TypeEntry::schema);
  }

  private static <T> Optional<T> in(
      String schema, List<T> entries, java.util.function.Function<T, String> schemaOf) {
    for (T entry : entries) {
      if (schemaOf.apply(entry).equals(schema)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean hasSchema(String schema) {
    return !schemas.get().get(schema).isEmpty();
  }

  @Override
  public List<ProcEntry> procsNamed(String name) {
    return procsByName.get().get(name);
  }

  /** One object for each function, whichever way it is found. */
  private ProcEntry known(FactRow row) {
    ProcEntry entry = FactEntries.proc(row);
    ProcEntry earlier = procs.putIfAbsent(entry.oid(), entry);
    return earlier != null ? earlier : entry;
  }

  @Override
  public ProcEntry proc(int oid) {
    ProcEntry known = procs.get(oid);
    return known != null
        ? known
        : facts
            .table("pg_proc")
            .byOid(Integer.toUnsignedLong(oid))
            .map(this::known)
            .orElseThrow(() -> missing("function", oid));
  }

  @Override
  public List<OperatorEntry> operatorsNamed(String name) {
    return operatorsByName.get().get(name);
  }

  @Override
  public Optional<OperatorEntry> operator(int oid) {
    return facts.table("pg_operator").byOid(Integer.toUnsignedLong(oid)).map(FactEntries::operator);
  }

  private Map<Long, CastEntry> readCasts() {
    Map<Long, CastEntry> read = new java.util.HashMap<>();
    for (FactRow row : facts.table("pg_cast").rows()) {
      CastEntry cast = FactEntries.cast(row);
      read.put(pair(cast.source(), cast.target()), cast);
    }
    return read;
  }

  private static long pair(int source, int target) {
    return (long) source << 32 | target & 0xFFFFFFFFL;
  }

  @Override
  public Optional<CastEntry> cast(int source, int target) {
    return Optional.ofNullable(casts.get().get(pair(source, target)));
  }

  @Override
  public Optional<AggregateEntry> aggregate(int function) {
    return aggregates.get().get(Integer.toUnsignedString(function)).stream().findFirst();
  }

  @Override
  public Optional<CollationEntry> collation(int oid) {
    return facts
        .table("pg_collation")
        .byOid(Integer.toUnsignedLong(oid))
        .map(FactEntries::collation);
  }

  @Override
  public Optional<CollationEntry> collationNamed(String schema, String name) {
    return in(schema, collationsByName.get().get(name), CollationEntry::schema);
  }

  @Override
  public Optional<Ordering> ordering(int type) {
    return orderings.computeIfAbsent(type, orderingFacts.get()::find);
  }

  @Override
  public boolean hasHashEquality(int type) {
    return orderingFacts.get().hasHashClass(type);
  }

  @Override
  public Optional<RelationEntry> relation(String schema, String name) {
    return relations.computeIfAbsent(schema + "." + name, key -> readRelation(schema, name));
  }

  private Optional<RelationEntry> readRelation(String schema, String name) {
    return relationsByName.get().get(name).stream()
        .filter(row -> row.text("relnamespace").equals(schema))
        .findFirst()
        .map(this::relation);
  }

  private RelationEntry relation(FactRow row) {
    return new RelationEntry(
        FactEntries.oid(row, "oid"),
        row.text("relname"),
        row.text("relnamespace"),
        row.letter("relkind"),
        FactEntries.oid(row, "reltype"),
        attributes.get().get(row.text("oid")).stream()
            .filter(attribute -> attribute.number() > 0)
            .sorted(Comparator.comparingInt(AttributeEntry::number))
            .toList(),
        FactEntries.readers(row),
        Optional.ofNullable(FUNCTIONS.get(row.text("relname"))).stream()
            .flatMap(name -> procsNamed(name).stream())
            .toList());
  }

  @Override
  public Optional<String> viewDefinition(RelationEntry relation) {
    return relation.kind() == 'v' && !KNOWN_BY_ROWS.contains(relation.name())
        ? facts
            .table("pg_views")
            .byOid(Integer.toUnsignedLong(relation.oid()))
            .map(row -> row.text("definition"))
        : Optional.empty();
  }

  @Override
  public Optional<RelationEntry> relationOfRowType(int type) {
    FactTable table = facts.table("pg_class");
    int relation = type(type).relation();
    return relation == 0
        ? Optional.empty()
        : table.byOid(Integer.toUnsignedLong(relation)).map(this::relation);
  }
}
