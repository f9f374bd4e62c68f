package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.engine.tree.ConstraintDetails;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ExclusionElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.ForeignKeyActions;
import io.pgdouble.engine.tree.RangeVar;
import java.util.List;
import java.util.Optional;

/** A constraint while it is read: most kinds have few of the parts. */
final class ConstraintDraft {
  final ConstrType type;
  final int location;
  Optional<String> name = Optional.empty();
  Optional<Expr> expression = Optional.empty();
  List<String> keys = List.of();
  List<String> including = List.of();
  List<DefElem> options = List.of();
  ConstraintAttributes attributes = new ConstraintAttributes(false, false, false, false);
  String generatedWhen = "";
  boolean nullsNotDistinct;
  Optional<String> indexname = Optional.empty();
  Optional<String> indexspace = Optional.empty();
  Optional<RangeVar> pktable = Optional.empty();
  List<String> pkAttrs = List.of();
  Optional<ForeignKeyActions> foreignKey = Optional.empty();
  List<ExclusionElem> exclusions = List.of();
  Optional<String> accessMethod = Optional.empty();
  Optional<Expr> where = Optional.empty();

  ConstraintDraft(ConstrType type, int location) {
    this.type = type;
    this.location = location;
  }

  Constraint finish() {
    ConstraintDetails details =
        new ConstraintDetails(
            generatedWhen,
            nullsNotDistinct,
            indexname,
            indexspace,
            pktable,
            pkAttrs,
            foreignKey,
            exclusions,
            accessMethod,
            where);
    return new Constraint(
        type, name, expression, keys, including, options, attributes, details, location);
  }
}
