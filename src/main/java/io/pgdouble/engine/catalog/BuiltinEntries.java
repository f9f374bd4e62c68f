package io.pgdouble.engine.catalog;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.SchemaNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Functions, operators, casts, collations and operator classes: what most changes of a database
 * leave alone, so that many versions of a catalog share it.
 */
final class BuiltinEntries {
  /** What it is made of. */
  static final Set<String> TABLES =
      Set.of(
          "pg_proc",
          "pg_operator",
          "pg_aggregate",
          "pg_collation",
          "pg_cast",
          "pg_namespace",
          "pg_opclass",
          "pg_amop",
          "pg_amproc");

  private final Facts facts;
  private final Map<Integer, ProcEntry> procs = new ConcurrentHashMap<>();
  final FactIndex<ProcEntry> procsByName;
  final FactIndex<OperatorEntry> operatorsByName;
  final FactIndex<AggregateEntry> aggregates;
  final FactIndex<CollationEntry> collationsByName;
  final Lazy<Map<Long, CastEntry>> casts;
  final Lazy<OrderingFacts> orderings;

  BuiltinEntries(Facts facts) {
    this.facts = facts;
    this.procsByName = index("pg_proc", "proname", this::known);
    this.operatorsByName = index("pg_operator", "oprname", FactEntries::operator);
    this.aggregates = index("pg_aggregate", "aggfnoid", row -> FactEntries.aggregate(row, this));
    this.collationsByName = index("pg_collation", "collname", FactEntries::collation);
    this.casts = new Lazy<>(this::readCasts);
    this.orderings = new Lazy<>(() -> new OrderingFacts(facts));
  }

  /** Whether other facts would give the same. */
  boolean isOf(Facts others) {
    return TABLES.stream().allMatch(table -> facts.table(table) == others.table(table));
  }

  private <T> FactIndex<T> index(String table, String column, Function<FactRow, T> reader) {
    return new FactIndex<>(facts.table(table), column, reader);
  }

  /** One object for each function, whichever way it is found. */
  private ProcEntry known(FactRow row) {
    ProcEntry entry = FactEntries.proc(row, new SchemaNames(facts));
    ProcEntry earlier = procs.putIfAbsent(entry.oid(), entry);
    return earlier != null ? earlier : entry;
  }

  ProcEntry proc(int oid) {
    ProcEntry known = procs.get(oid);
    return known != null
        ? known
        : facts
            .table("pg_proc")
            .byOid(Integer.toUnsignedLong(oid))
            .map(this::known)
            .orElseThrow(() -> missing("function", oid));
  }

  static ReportedError missing(String kind, int oid) {
    return new ReportedError(
        SqlState.INTERNAL_ERROR,
        "cache lookup failed for " + kind + " " + Integer.toUnsignedString(oid));
  }

  private Map<Long, CastEntry> readCasts() {
    Map<Long, CastEntry> read = new HashMap<>();
    List<FactRow> rows = facts.table("pg_cast").rows();
    for (FactRow row : rows) {
      CastEntry cast = FactEntries.cast(row);
      read.put(pair(cast.source(), cast.target()), cast);
    }
    return read;
  }

  static long pair(int source, int target) {
    return (long) source << 32 | target & 0xFFFFFFFFL;
  }
}
