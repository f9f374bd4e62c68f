package io.pgdouble.engine.execution;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.StoredSettings;
import io.pgdouble.settings.StoredSettings.Target;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** System relations whose rows are facts, and how facts become values of their columns. */
public final class SystemRelations {
  private static final String AUTHID = "pg_authid";

  /** Relations that are kept whole. */
  private static final Set<String> KEPT =
      Set.of(
          "pg_aggregate",
          "pg_am",
          "pg_amop",
          "pg_amproc",
          "pg_attribute",
          "pg_auth_members",
          AUTHID,
          "pg_cast",
          "pg_class",
          "pg_collation",
          "pg_constraint",
          "pg_conversion",
          "pg_database",
          "pg_depend",
          "pg_description",
          "pg_extension",
          "pg_index",
          "pg_init_privs",
          "pg_language",
          "pg_namespace",
          "pg_opclass",
          "pg_operator",
          "pg_opfamily",
          "pg_proc",
          "pg_range",
          "pg_rewrite",
          "pg_roles",
          "pg_shdescription",
          "pg_tablespace",
          "pg_ts_config",
          "pg_ts_config_map",
          "pg_ts_dict",
          "pg_ts_parser",
          "pg_ts_template",
          "pg_type");

  /**
   * Columns whose facts are names where the column has an OID: the table to look the name up in.
   */
  private static final Map<String, Reference> REFERENCES =
      Map.of(
          "pronamespace", new Reference("pg_namespace", "nspname"),
          "relnamespace", new Reference("pg_namespace", "nspname"),
          "typnamespace", new Reference("pg_namespace", "nspname"),
          "oprnamespace", new Reference("pg_namespace", "nspname"),
          "collnamespace", new Reference("pg_namespace", "nspname"),
          "connamespace", new Reference("pg_namespace", "nspname"),
          "cfgnamespace", new Reference("pg_namespace", "nspname"),
          "prolang", new Reference("pg_language", "lanname"),
          "relam", new Reference("pg_am", "amname"));

  /** {@code pg_authid.dat: BOOTSTRAP_SUPERUSERID}. */
  private static final long BOOTSTRAP_SUPERUSER = 10;

  /** What {@code pg_roles} shows of every password. */
  private static final String HIDDEN = "********";

  /** Columns whose facts are names of encodings where the column has a number. */
  private static final Set<String> ENCODINGS =
      Set.of("encoding", "conforencoding", "contoencoding");

  /** Columns that only users' objects have values in. */
  private static final Set<String> UNKNOWN =
      Set.of("relfilenode", "conbin", "ev_qual", "ev_action");

  private static final Set<Integer> PLAIN =
      Set.of(TypeOid.OID, TypeOid.NAME, TypeOid.INT2, TypeOid.INT4);

  private static final Reference FUNCTION = new Reference("pg_proc", "proname");

  private record Reference(String table, String column) {}

  private SystemRelations() {}

  static boolean isKept(Facts facts, RelationEntry relation) {
    return relation.schema().equals("pg_catalog")
        && (KEPT.contains(relation.name()) || isEmpty(facts, relation));
  }

  /** Whether it has no row in a database that was just made. */
  static boolean isEmpty(Facts facts, RelationEntry relation) {
    return relation.kind() == 'r'
        && facts.table("empty_catalogs").byOid(Integer.toUnsignedLong(relation.oid())).isPresent();
  }

  /** The facts of a relation. {@code pg_roles} is made of those of {@code pg_authid}. */
  static FactTable table(Facts facts, RelationEntry relation) {
    return facts.table(relation.name().equals(AUTHID) ? "pg_roles" : relation.name());
  }

  /** Whether the value of a column is known. */
  public static boolean knows(Facts facts, RelationEntry relation, AttributeEntry attribute) {
    return isKept(facts, relation)
        && !UNKNOWN.contains(attribute.name())
        && (table(facts, relation).columns().contains(attribute.name()) || isOwner(attribute));
  }

  /**
   * Whether a column's facts are the texts of its values, of a type with one text for each value.
   *
   * @param column index of the attribute
   */
  public static boolean isPlain(Facts facts, RelationEntry relation, int column) {
    AttributeEntry attribute = relation.attributes().get(column);
    return isKept(facts, relation)
        && PLAIN.contains(attribute.type())
        && reference(attribute).isEmpty()
        && !ENCODINGS.contains(attribute.name())
        && table(facts, relation).columns().contains(attribute.name());
  }

  /** Everything the server is born with belongs to the bootstrap superuser. */
  private static boolean isOwner(AttributeEntry attribute) {
    return attribute.type() == TypeOid.OID && attribute.name().endsWith("owner");
  }

  /** Reads one column of the rows of a relation. */
  static ColumnReader reader(Facts facts, RelationEntry relation, AttributeEntry attribute) {
    ColumnReader kept = kept(facts, relation, attribute);
    boolean unknown =
        relation.name().equals("pg_class") && TableStatistics.isUnknown(attribute.name());
    return unknown
        ? (row, frame) -> {
          TableStatistics.require(row, attribute.name());
          return kept.read(row, frame);
        }
        : kept;
  }

  private static ColumnReader kept(Facts facts, RelationEntry relation, AttributeEntry attribute) {
    FactTable table = table(facts, relation);
    if (!table.columns().contains(attribute.name())) {
      return (row, frame) -> BOOTSTRAP_SUPERUSER;
    }
    if (relation.name().equals("pg_roles") && attribute.name().equals("rolpassword")) {
      return (row, frame) -> HIDDEN;
    }
    if (relation.name().equals("pg_roles") && attribute.name().equals("rolconfig")) {
      StoredSettings stored = new StoredSettings(facts.table(StoredSettings.TABLE));
      return (row, frame) -> stored(stored.rows().get(new Target(0, row.oid("oid"))));
    }
    if (attribute.type() == TypeOid.TIMESTAMPTZ) {
      return (row, frame) -> row.find(attribute.name()).map(Long::valueOf).orElse(null);
    }
    Optional<Reference> reference = reference(attribute);
    if (reference.isPresent()) {
      NamedObjects objects = new NamedObjects(facts, reference.get());
      return (row, frame) -> row.find(attribute.name()).map(objects::oid).orElse(null);
    }
    if (ENCODINGS.contains(attribute.name())) {
      return (row, frame) -> encoding(facts, row.text(attribute.name()));
    }
    if (attribute.type() == TypeOid.PG_NODE_TREE) {
      return (row, frame) -> row.find(attribute.name()).orElse(null);
    }
    if (attribute.type() == TypeOid.ACLITEM_ARRAY) {
      return (row, frame) -> row.isNull(attribute.name()) ? null : acl(row, attribute, facts);
    }
    return (row, frame) ->
        row.find(attribute.name())
            .map(text -> Types.io(attribute.type()).input(text, -1, frame.context.types()))
            .orElse(null);
  }

  private static Object stored(List<String> settings) {
    return settings == null ? null : ArrayValue.of(TypeOid.TEXT, settings.toArray());
  }

  private static Object acl(FactRow row, AttributeEntry attribute, Facts facts) {
    AccessList list = AccessList.of(row.list(attribute.name()), facts);
    return ArrayValue.of(TypeOid.ACLITEM, list.items().toArray());
  }

  /** From a row of facts to a value. */
  @FunctionalInterface
  interface ColumnReader {
    Object read(FactRow row, Frame frame);
  }

  private static Optional<Reference> reference(AttributeEntry attribute) {
    return attribute.type() == TypeOid.REGPROC
        ? Optional.of(FUNCTION)
        : Optional.ofNullable(REFERENCES.get(attribute.name()));
  }

  /** The OIDs of objects that facts know by name; made for one scan. */
  private static final class NamedObjects {
    private final Facts facts;
    private final Reference reference;
    private Map<String, Long> oids = Map.of();

    NamedObjects(Facts facts, Reference reference) {
      this.facts = facts;
      this.reference = reference;
    }

    /** Of several functions of one name the first: those that facts name have a name alone. */
    Long oid(String name) {
      if (name.isEmpty() || name.equals("-")) {
        return 0L;
      }
      if (Character.isDigit(name.charAt(0))) {
        return Long.parseLong(name);
      }
      if (oids.isEmpty()) {
        oids = new HashMap<>();
        for (FactRow row : facts.table(reference.table()).rows()) {
          oids.putIfAbsent(row.text(reference.column()), row.oid("oid"));
        }
      }
      Long oid = oids.get(name);
      if (oid == null) {
        throw new IllegalStateException("no " + reference.table() + " named " + name);
      }
      return oid;
    }
  }

  private static Integer encoding(Facts facts, String name) {
    for (FactRow row : facts.table("encodings").rows()) {
      if (row.text("name").equals(name)) {
        return row.integer("id");
      }
    }
    throw new IllegalStateException("no encoding named " + name);
  }
}
