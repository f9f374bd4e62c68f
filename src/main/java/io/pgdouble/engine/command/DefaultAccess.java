package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessListChange;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The privileges that new objects get ({@code pg_default_acl}). */
record DefaultAccess(SessionMemory memory) {
  private static final String TABLE = "pg_default_acl";

  /**
   * What they are for.
   *
   * @param role whose objects
   * @param schema in which; 0 for any
   */
  record Place(long role, long schema, Securable kind) {}

  static Securable kind(ObjectType type) {
    return switch (type) {
      case TABLE -> Securable.TABLE;
      case SEQUENCE -> Securable.SEQUENCE;
      case FUNCTION -> Securable.ROUTINE;
      case TYPE -> Securable.TYPE;
      default -> Securable.SCHEMA;
    };
  }

  private static String letter(Securable kind) {
    return switch (kind) {
      case TABLE -> "r";
      case SEQUENCE -> "S";
      case ROUTINE -> "f";
      case TYPE -> "T";
      default -> "n";
    };
  }

  /** The place that a row is for. */
  static Place place(FactRow row) {
    Securable kind =
        switch (row.letter("defaclobjtype")) {
          case 'r' -> Securable.TABLE;
          case 'S' -> Securable.SEQUENCE;
          case 'f' -> Securable.ROUTINE;
          case 'T' -> Securable.TYPE;
          default -> Securable.SCHEMA;
        };
    return new Place(row.oid("defaclrole"), row.oid("defaclnamespace"), kind);
  }

  private Facts facts() {
    return memory.changes().current();
  }

  private Optional<FactRow> find(Place place) {
    return find(facts(), place);
  }

  private static Optional<FactRow> find(Facts facts, Place place) {
    return facts.table(TABLE).where("defaclrole", Long.toString(place.role())).stream()
        .filter(row -> row.oid("defaclnamespace") == place.schema())
        .filter(row -> row.text("defaclobjtype").equals(letter(place.kind())))
        .findFirst();
  }

  private static AccessList builtin(Facts facts, Place place) {
    return AccessList.defaults(place.kind().letter(), place.role(), facts.major());
  }

  /** {@code SetDefaultACL}: those of a schema come on top of those of the role. */
  void change(
      Place place, AccessListChange.Dependents dependents, Consumer<AccessListChange> what) {
    Optional<FactRow> row = find(place);
    AccessList standard = place.schema() == 0 ? builtin(facts(), place) : new AccessList(List.of());
    AccessList before =
        row.map(one -> AccessList.of(one.list("defaclacl"), facts())).orElse(standard);
    AccessListChange change =
        new AccessListChange(before, new Principal(memory).membership(), place.role(), dependents);
    what.accept(change);
    AccessList after = change.after().sorted();
    if (after.equals(standard.sorted())) {
      row.ifPresent(
          one ->
              new ObjectRemoval(memory)
                  .remove(new ObjectAddress(ObjectAddress.DEFAULT_ACL, one.oid("oid"), 0)));
    } else if (row.isPresent()) {
      rows().change(TABLE, row.get().oid("oid"), "defaclacl", after.text());
    } else {
      insert(place, after);
    }
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  private void insert(Place place, AccessList list) {
    long oid = rows().newOid();
    rows()
        .insert(
            TABLE,
            oid,
            Map.of(
                "defaclrole", Long.toString(place.role()),
                "defaclnamespace", Long.toString(place.schema()),
                "defaclobjtype", letter(place.kind()),
                "defaclacl", list.text()));
    if (place.schema() != 0) {
      rows()
          .depend(
              new ObjectAddress(ObjectAddress.DEFAULT_ACL, oid, 0),
              ObjectAddress.schema(place.schema()),
              'a');
    }
  }

  /** {@code get_user_default_acl}: nothing where they are those of the kind. */
  static void addTo(Map<String, String> row, Facts facts, Place place) {
    Optional<FactRow> global = find(facts, new Place(place.role(), 0, place.kind()));
    Optional<FactRow> ofSchema = place.schema() == 0 ? Optional.empty() : find(facts, place);
    if (global.isEmpty() && ofSchema.isEmpty()) {
      return;
    }
    AccessList standard = builtin(facts, place);
    AccessList own =
        global.map(found -> AccessList.of(found.list("defaclacl"), facts)).orElse(standard);
    AccessList merged =
        ofSchema
            .map(found -> own.merged(AccessList.of(found.list("defaclacl"), facts)))
            .orElse(own)
            .sorted();
    if (!merged.equals(standard.sorted())) {
      row.put(place.kind().aclColumn(), merged.text());
    }
  }
}
