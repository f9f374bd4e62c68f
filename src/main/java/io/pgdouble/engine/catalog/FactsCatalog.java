package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.SchemaNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a database knows, found in the rows of its catalogs. Tables are read when first needed. Safe
 * to share between sessions.
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
          "pg_stat_activity",
          "pg_stat_replication",
          "pg_stat_ssl",
          "pg_stat_wal_receiver");

  /** The function that each of the server's views of files stands for. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "pg_file_settings", "pg_show_all_file_settings",
          "pg_hba_file_rules", "pg_hba_file_rules",
          "pg_ident_file_mappings", "pg_ident_file_mappings");

  /** What entries are made of, but for what is with the built-in ones. */
  private static final List<String> READ = tables();

  private final Facts facts;
  private final BuiltinEntries builtins;
  private final Map<Integer, TypeEntry> types = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<Ordering>> orderings = new ConcurrentHashMap<>();
  private final Map<String, Optional<RelationEntry>> relations = new ConcurrentHashMap<>();
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();
  private final FactIndex<TypeEntry> typesByName;
  private final FactIndex<AttributeEntry> attributes;

  private static List<String> tables() {
    List<String> tables = new ArrayList<>(BuiltinEntries.TABLES);
    tables.addAll(
        List.of(
            "pg_attrdef",
            "pg_attribute",
            "pg_class",
            "pg_constraint",
            "pg_depend",
            "pg_enum",
            "pg_index",
            "pg_inherits",
            "pg_rewrite",
            "pg_sequence",
            "pg_trigger",
            "pg_type"));
    return List.copyOf(tables);
  }

  public FactsCatalog(Facts facts) {
    this(facts, new BuiltinEntries(facts));
  }

  private FactsCatalog(Facts facts, BuiltinEntries builtins) {
    this.facts = facts;
    this.builtins = builtins;
    this.typesByName =
        new FactIndex<>(
            facts.table("pg_type"), "typname", row -> type(FactEntries.oid(row, "oid")));
    this.attributes =
        new FactIndex<>(facts.table("pg_attribute"), "attrelid", FactEntries::attribute);
  }

  /** The catalog of a later version, which shares what has not changed. */
  public FactsCatalog after(Facts changed) {
    if (READ.stream().allMatch(table -> facts.table(table) == changed.table(table))) {
      return this;
    }
    return new FactsCatalog(
        changed, builtins.isOf(changed) ? builtins : new BuiltinEntries(changed));
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T derived(Object key, Function<Catalog, T> maker) {
    Object known = derived.get(key);
    if (known == null) {
      T made = maker.apply(this);
      known = derived.putIfAbsent(key, made);
      known = known == null ? made : known;
    }
    return (T) known;
  }

  private SchemaNames schemaNames() {
    return new SchemaNames(facts);
  }

  @Override
  public Optional<TypeEntry> findType(int oid) {
    TypeEntry known = types.get(oid);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TypeEntry> found =
        facts
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(oid))
            .map(row -> FactEntries.type(row, schemaNames()));
    found.ifPresent(type -> types.put(oid, type));
    return found;
  }

  @Override
  public TypeEntry type(int oid) {
    TypeEntry known = types.get(oid);
    return known != null
        ? known
        : findType(oid).orElseThrow(() -> BuiltinEntries.missing("type", oid));
  }

  @Override
  public Optional<TypeEntry> typeNamed(String schema, String name) {
    return in(schema, typesByName.get(name), TypeEntry::schema);
  }

  private static <T> Optional<T> in(String schema, List<T> entries, Function<T, String> schemaOf) {
    for (T entry : entries) {
      if (schemaOf.apply(entry).equals(schema)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean hasSchema(String schema) {
    return schemaNames().oid(schema).isPresent();
  }

  @Override
  public List<ProcEntry> procsNamed(String name) {
    return builtins.procsByName.get(name);
  }

  @Override
  public ProcEntry proc(int oid) {
    return builtins.proc(oid);
  }

  @Override
  public List<OperatorEntry> operatorsNamed(String name) {
    return builtins.operatorsByName.get(name);
  }

  @Override
  public Optional<OperatorEntry> operator(int oid) {
    return facts.table("pg_operator").byOid(Integer.toUnsignedLong(oid)).map(FactEntries::operator);
  }

  @Override
  public Optional<CastEntry> cast(int source, int target) {
    return Optional.ofNullable(builtins.casts.get().get(BuiltinEntries.pair(source, target)));
  }

  @Override
  public Optional<AggregateEntry> aggregate(int function) {
    return builtins.aggregates.get(Integer.toUnsignedString(function)).stream().findFirst();
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
    return in(schema, builtins.collationsByName.get(name), CollationEntry::schema);
  }

  @Override
  public Optional<Ordering> ordering(int type) {
    Optional<Ordering> known = orderings.get(type);
    if (known == null) {
      known = builtins.orderings.get().find(this, type);
      orderings.put(type, known);
    }
    return known;
  }

  @Override
  public boolean hasHashEquality(int type) {
    return builtins.orderings.get().hasHashClass(this, type);
  }

  @Override
  public Optional<RelationEntry> relation(String schema, String name) {
    return relations.computeIfAbsent(schema + "." + name, key -> readRelation(schema, name));
  }

  private Optional<RelationEntry> readRelation(String schema, String name) {
    SchemaNames schemas = schemaNames();
    return facts.table("pg_class").where("relname", name).stream()
        .filter(row -> schemas.of(row, "relnamespace").equals(schema))
        .findFirst()
        .map(this::relation);
  }

  @Override
  public Optional<RelationEntry> relation(int oid) {
    return facts
        .table("pg_class")
        .byOid(Integer.toUnsignedLong(oid))
        .flatMap(row -> relation(schemaNames().of(row, "relnamespace"), row.text("relname")));
  }

  private RelationEntry relation(FactRow row) {
    return new RelationEntry(
        FactEntries.oid(row, "oid"),
        row.text("relname"),
        schemaNames().of(row, "relnamespace"),
        row.letter("relkind"),
        FactEntries.oid(row, "reltype"),
        attributes.get(row.text("oid")).stream()
            .filter(attribute -> attribute.number() > 0)
            .sorted(Comparator.comparingInt(AttributeEntry::number))
            .toList(),
        FactEntries.isHidden(row),
        Optional.ofNullable(FUNCTIONS.get(row.text("relname"))).stream()
            .flatMap(name -> procsNamed(name).stream())
            .toList(),
        FactEntries.oid(row, "relowner"),
        row.letter("relpersistence"),
        row.find("relfilenode").map(Long::parseLong).orElse(0L));
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
    int relation = type(type).relation();
    return relation == 0 ? Optional.empty() : relation(relation);
  }
}
