package io.pgdouble.engine.authorization;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;

/** What roles may do with objects ({@code aclchk.c: object_aclmask} and its like). */
public record ObjectAccess(Facts facts, Membership membership) {

  private static final long FIRST_NORMAL = 16_384;
  private static final String READ_ALL = "pg_read_all_data";
  private static final String WRITE_ALL = "pg_write_all_data";

  /** Those that nobody but a superuser has on a catalog: {@code pg_class_aclmask_ext}. */
  private static final int ON_NO_CATALOG = AccessMode.of("awdDU");

  public static long owner(Securable kind, FactRow row) {
    return row.columns().contains(kind.ownerColumn())
        ? row.oid(kind.ownerColumn())
        : Membership.BOOTSTRAP_SUPERUSER;
  }

  /** The privileges of an object, or those of its kind where none were ever changed. */
  public AccessList list(Securable kind, FactRow row) {
    Securable exact = kind.of(row);
    return row.isNull(exact.aclColumn())
        ? AccessList.defaults(exact.letter(), owner(kind, row), facts.major())
        : AccessList.of(row.list(exact.aclColumn()), facts);
  }

  /** Whether a role has all of some privileges on an object. */
  public boolean permits(Securable kind, FactRow row, long role, int mode) {
    return mask(kind, row, role, mode) == mode;
  }

  /** Which of some privileges a role has on an object. */
  public int mask(Securable kind, FactRow row, long role, int mode) {
    if (isSuperuser(role)) {
      return mode;
    }
    int asked = kind.table().equals("pg_class") && isCatalog(row) ? mode & ~ON_NO_CATALOG : mode;
    FactRow subject = kind == Securable.TYPE ? element(row) : row;
    int found = list(kind, subject).mask(membership, role, asked);
    return found | asked & predefined(kind.of(row), role);
  }

  private boolean isSuperuser(long role) {
    return role != AccessList.EVERYBODY && membership.isSuperuser(role);
  }

  /** {@code IsSystemClass}; views are excepted there as well. */
  private static boolean isCatalog(FactRow row) {
    boolean catalog =
        row.text("relnamespace").equals("pg_catalog")
            || row.text("relnamespace").equals("pg_toast");
    return catalog && row.oid("oid") < FIRST_NORMAL && row.letter("relkind") != 'v';
  }

  /** Arrays are used by whom their elements are. */
  private FactRow element(FactRow type) {
    boolean array = type.oid("typelem") != 0 && type.text("typsubscript").startsWith("array_");
    return array ? facts.table("pg_type").byOid(type.oid("typelem")).orElse(type) : type;
  }

  /** What predefined roles give, whatever the object. */
  private int predefined(Securable kind, long role) {
    return switch (kind) {
      case SCHEMA -> is(role, READ_ALL) || is(role, WRITE_ALL) ? AccessMode.of("U") : 0;
      case TABLE ->
          (is(role, READ_ALL) ? AccessMode.of("r") : 0)
              | (is(role, WRITE_ALL) ? AccessMode.of("awd") : 0)
              | (is(role, "pg_maintain") ? AccessMode.of("m") : 0);
      case SEQUENCE ->
          (is(role, READ_ALL) ? AccessMode.of("r") : 0)
              | (is(role, WRITE_ALL) ? AccessMode.of("awd") : 0);
      default -> 0;
    };
  }

  private boolean is(long role, String predefined) {
    return role != AccessList.EVERYBODY
        && facts.table("pg_roles").where("rolname", predefined).stream()
            .anyMatch(row -> membership.hasPrivilegesOf(role, row.oid("oid")));
  }

  /** The OID of a role that is there. */
  public long role(String name) {
    return facts.table("pg_roles").where("rolname", name).get(0).oid("oid");
  }

  /** {@code object_ownercheck}. */
  public boolean isOwner(Securable kind, FactRow row, long role) {
    return membership.hasPrivilegesOf(role, owner(kind, row));
  }

  /** The columns of a relation that are there, by their numbers. */
  public List<FactRow> columns(long relation) {
    return facts.table("pg_attribute").where("attrelid", Long.toString(relation)).stream()
        .filter(row -> row.integer("attnum") > 0 && !row.bool("attisdropped"))
        .toList();
  }

  /** Which privileges a role has on a column, beside those on its table. */
  public int columnMask(FactRow column, long role, int mode) {
    if (isSuperuser(role)) {
      return mode;
    }
    return column.isNull("attacl")
        ? AccessMode.NONE
        : AccessList.of(column.list("attacl"), facts).mask(membership, role, mode);
  }

  /** {@code pg_attribute_aclcheck_all} for any column. */
  public boolean hasAnyColumn(long relation, long role, int mode) {
    return columns(relation).stream().anyMatch(one -> columnMask(one, role, mode) == mode);
  }

  /** Whether a role has a privilege on each of some columns, or on the whole table. */
  public boolean permitsColumns(FactRow relation, long role, int mode, List<Integer> numbers) {
    if (permits(Securable.TABLE, relation, role, mode)) {
      return true;
    }
    long oid = relation.oid("oid");
    if (numbers.isEmpty()) {
      return hasAnyColumn(oid, role, mode);
    }
    return numbers.stream()
        .allMatch(
            number ->
                column(oid, number).filter(one -> columnMask(one, role, mode) == mode).isPresent());
  }

  private Optional<FactRow> column(long relation, int number) {
    return facts.table("pg_attribute").where("attrelid", Long.toString(relation)).stream()
        .filter(row -> row.integer("attnum") == number)
        .findFirst();
  }
}
