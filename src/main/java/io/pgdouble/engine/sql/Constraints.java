package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ExclusionElem;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;

/** Constraints of columns and tables ({@code gram.y: ColConstraintElem, ConstraintElem}). */
final class Constraints {
  private final Grammar g;
  private final Tokens t;

  Constraints(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** Whether a column's qualification begins here, COLLATE excepted. */
  boolean startsColumnConstraint() {
    return switch (t.kind()) {
      case Keyword.CONSTRAINT, Keyword.NOT, Keyword.NULL, Keyword.UNIQUE -> true;
      case Keyword.PRIMARY, Keyword.CHECK, Keyword.DEFAULT, Keyword.GENERATED -> true;
      case Keyword.REFERENCES, Keyword.DEFERRABLE, Keyword.INITIALLY -> true;
      case Keyword.ENFORCED -> true;
      default -> false;
    };
  }

  /** {@code ColConstraint}, COLLATE excepted. */
  Constraint columnConstraint() {
    int location = t.location();
    ConstraintBits.refuseEnforcement(t);
    if (t.accept(Keyword.CONSTRAINT)) {
      String name = g.names.colId();
      ConstraintDraft draft = columnElement(t.location());
      ConstraintDraft named = new ConstraintDraft(draft.type, location);
      copy(draft, named);
      named.name = Optional.of(name);
      return named.finish();
    }
    boolean attribute =
        t.is(Keyword.DEFERRABLE)
            || t.is(Keyword.INITIALLY)
            || (t.is(Keyword.NOT) && t.second() == Keyword.DEFERRABLE);
    return attribute ? attribute(location) : columnElement(location).finish();
  }

  private static void copy(ConstraintDraft from, ConstraintDraft to) {
    to.expression = from.expression;
    to.keys = from.keys;
    to.including = from.including;
    to.options = from.options;
    to.attributes = from.attributes;
    to.generatedWhen = from.generatedWhen;
    to.nullsNotDistinct = from.nullsNotDistinct;
    to.indexname = from.indexname;
    to.indexspace = from.indexspace;
    to.pktable = from.pktable;
    to.pkAttrs = from.pkAttrs;
    to.foreignKey = from.foreignKey;
    to.exclusions = from.exclusions;
    to.accessMethod = from.accessMethod;
    to.where = from.where;
  }

  private Constraint attribute(int location) {
    ConstrType type;
    if (t.accept(Keyword.INITIALLY)) {
      boolean deferred = t.accept(Keyword.DEFERRED);
      if (!deferred) {
        t.expect(Keyword.IMMEDIATE);
      }
      type = deferred ? ConstrType.ATTR_DEFERRED : ConstrType.ATTR_IMMEDIATE;
    } else {
      boolean not = t.accept(Keyword.NOT);
      t.expect(Keyword.DEFERRABLE);
      type = not ? ConstrType.ATTR_NOT_DEFERRABLE : ConstrType.ATTR_DEFERRABLE;
    }
    return new ConstraintDraft(type, location).finish();
  }

  private ConstraintDraft columnElement(int location) {
    int kind = t.kind();
    boolean attribute = kind == Keyword.DEFERRABLE || kind == Keyword.INITIALLY;
    if (attribute || kind == Keyword.CONSTRAINT || !startsColumnConstraint()) {
      throw t.syntaxError();
    }
    t.advance();
    return switch (kind) {
      case Keyword.NOT -> notNull(location);
      case Keyword.NULL -> new ConstraintDraft(ConstrType.NULL, location);
      case Keyword.UNIQUE -> columnIndex(new ConstraintDraft(ConstrType.UNIQUE, location));
      case Keyword.PRIMARY -> columnIndex(new ConstraintDraft(ConstrType.PRIMARY, location));
      case Keyword.CHECK -> columnCheck(location);
      case Keyword.DEFAULT -> columnDefault(location);
      case Keyword.GENERATED -> generated(location);
      default -> references(new ConstraintDraft(ConstrType.FOREIGN, location));
    };
  }

  private ConstraintDraft notNull(int location) {
    t.expect(Keyword.NULL);
    if (t.is(Keyword.NO)) {
      t.refuseFrom(MajorChange.NOT_NULL_IS_A_CONSTRAINT, "NOT NULL constraints of one table");
    }
    return new ConstraintDraft(ConstrType.NOTNULL, location);
  }

  private ConstraintDraft columnIndex(ConstraintDraft draft) {
    if (draft.type == ConstrType.PRIMARY) {
      t.expect(Keyword.KEY);
    } else {
      draft.nullsNotDistinct = nullTreatment();
    }
    indexOptions(draft);
    return draft;
  }

  /** {@code opt_unique_null_treatment}. */
  boolean nullTreatment() {
    boolean known = MajorChange.UNIQUE_NULLS_MAY_BE_EQUAL.isIn(t.major());
    if (!known || !t.accept(Keyword.NULLS)) {
      return false;
    }
    boolean not = t.accept(Keyword.NOT);
    t.expect(Keyword.DISTINCT);
    return not;
  }

  private void indexOptions(ConstraintDraft draft) {
    draft.options = t.accept(Keyword.WITH) ? new Options(g).definition() : List.<DefElem>of();
    if (t.accept(Keyword.USING)) {
      t.expect(Keyword.INDEX, Keyword.TABLESPACE);
      draft.indexspace = Optional.of(g.names.colId());
    }
  }

  private ConstraintDraft columnCheck(int location) {
    ConstraintDraft draft = new ConstraintDraft(ConstrType.CHECK, location);
    draft.expression = Optional.of(g.expressions.parenthesizedExpr());
    boolean noInherit = t.accept(Keyword.NO);
    if (noInherit) {
      t.expect(Keyword.INHERIT);
    }
    draft.attributes = new ConstraintAttributes(false, false, false, noInherit);
    return draft;
  }

  private ConstraintDraft columnDefault(int location) {
    ConstraintDraft draft = new ConstraintDraft(ConstrType.DEFAULT, location);
    draft.expression = Optional.of(g.expressions.bExpr());
    return draft;
  }

  /** {@code generated_when}: {@code a} for ALWAYS, {@code d} for BY DEFAULT. */
  String generatedWhen() {
    if (t.accept(Keyword.ALWAYS)) {
      return "a";
    }
    t.expect(Keyword.BY, Keyword.DEFAULT);
    return "d";
  }

  private ConstraintDraft generated(int location) {
    int at = t.location();
    String when = generatedWhen();
    t.expect(Keyword.AS);
    boolean identity = t.accept(Keyword.IDENTITY);
    ConstrType type = identity ? ConstrType.IDENTITY : ConstrType.GENERATED;
    ConstraintDraft draft = new ConstraintDraft(type, location);
    draft.generatedWhen = when;
    if (identity) {
      draft.options = new Sequences(g).optParenthesized();
      return draft;
    }
    draft.expression = Optional.of(g.expressions.parenthesizedExpr());
    if (!t.is(Keyword.STORED)) {
      t.refuseFrom(MajorChange.GENERATED_COLUMNS_MAY_BE_VIRTUAL, "virtual generated columns");
    }
    t.expect(Keyword.STORED);
    if (!when.equals("a")) {
      String message = "for a generated column, GENERATED ALWAYS must be specified";
      throw t.error(SqlState.SYNTAX_ERROR, message, at);
    }
    return draft;
  }

  /** What follows REFERENCES. */
  private ConstraintDraft references(ConstraintDraft draft) {
    draft.pktable = Optional.of(g.names.qualifiedName());
    draft.pkAttrs = g.names.optNameList();
    draft.foreignKey = Optional.of(new ForeignKeys(g).actions());
    return draft;
  }

  /** Whether a table constraint begins here. */
  boolean startsTableConstraint() {
    return switch (t.kind()) {
      case Keyword.CONSTRAINT, Keyword.CHECK, Keyword.UNIQUE, Keyword.PRIMARY -> true;
      case Keyword.FOREIGN -> true;
      case Keyword.NOT -> MajorChange.NOT_NULL_IS_A_CONSTRAINT.isIn(t.major());
      case Keyword.EXCLUDE -> t.second() == '(' || t.second() == Keyword.USING;
      default -> false;
    };
  }

  /** {@code TableConstraint}. */
  Constraint tableConstraint() {
    int location = t.location();
    if (!t.accept(Keyword.CONSTRAINT)) {
      return tableElement(location).finish();
    }
    String name = g.names.colId();
    if (!startsTableConstraint() || t.is(Keyword.CONSTRAINT)) {
      // EXCLUDE alone is not a column here, so its mistake lies behind it.
      if (t.is(Keyword.EXCLUDE)) {
        t.advance();
      }
      throw t.syntaxError();
    }
    ConstraintDraft draft = tableElement(t.location());
    ConstraintDraft named = new ConstraintDraft(draft.type, location);
    copy(draft, named);
    named.name = Optional.of(name);
    return named.finish();
  }

  /** {@code DomainConstraint}, which was {@code TableConstraint}. */
  Constraint domainConstraint() {
    if (!MajorChange.DOMAIN_CONSTRAINTS_ARE_NOT_OF_TABLES.isIn(t.major())) {
      return tableConstraint();
    }
    int location = t.location();
    Optional<String> name = Definitions.optName(g, Keyword.CONSTRAINT);
    if (t.is(Keyword.NOT) && t.second() == Keyword.NULL) {
      throw ErrorReport.notSimulated("NOT NULL constraints of domains").toException();
    }
    int element = t.location();
    t.expect(Keyword.CHECK);
    ConstraintDraft named =
        new ConstraintDraft(ConstrType.CHECK, name.isPresent() ? location : element);
    copy(tableCheck(element), named);
    named.name = name;
    return named.finish();
  }

  private ConstraintDraft tableElement(int location) {
    int kind = t.kind();
    if (!startsTableConstraint() && kind != Keyword.EXCLUDE) {
      throw t.syntaxError();
    }
    t.advance();
    return switch (kind) {
      case Keyword.CHECK -> tableCheck(location);
      case Keyword.UNIQUE -> tableIndex(new ConstraintDraft(ConstrType.UNIQUE, location));
      case Keyword.PRIMARY -> tableIndex(new ConstraintDraft(ConstrType.PRIMARY, location));
      case Keyword.EXCLUDE -> exclude(location);
      case Keyword.FOREIGN -> foreignKey(location);
      case Keyword.NOT ->
          throw ErrorReport.notSimulated("NOT NULL constraints of tables").toException();
      default -> throw t.syntaxError();
    };
  }

  private ConstraintDraft tableCheck(int location) {
    ConstraintDraft draft = new ConstraintDraft(ConstrType.CHECK, location);
    draft.expression = Optional.of(g.expressions.parenthesizedExpr());
    ConstraintBits bits = ConstraintBits.read(t);
    draft.attributes = bits.check(t, "CHECK", ConstraintBits.NOT_VALID | ConstraintBits.NO_INHERIT);
    return draft;
  }

  private ConstraintDraft tableIndex(ConstraintDraft draft) {
    boolean primary = draft.type == ConstrType.PRIMARY;
    if (primary) {
      t.expect(Keyword.KEY);
    }
    if (t.accept(Keyword.USING)) {
      t.expect(Keyword.INDEX);
      draft.indexname = Optional.of(g.names.colId());
    } else {
      draft.nullsNotDistinct = !primary && nullTreatment();
      draft.keys = keys();
      include(draft);
      indexOptions(draft);
    }
    String kind = primary ? "PRIMARY KEY" : "UNIQUE";
    draft.attributes = ConstraintBits.read(t).check(t, kind, ConstraintBits.DEFER);
    return draft;
  }

  /** {@code columnList}, which may end with a period of time. */
  private List<String> keys() {
    t.expect('(');
    List<String> columns = g.names.list(this::key);
    if (t.is(Keyword.WITHOUT)) {
      t.refuseFrom(MajorChange.KEYS_MAY_SPAN_TIME, "keys WITHOUT OVERLAPS");
    }
    t.expect(')');
    return columns;
  }

  private String key() {
    if (t.is(Keyword.PERIOD) && Keyword.isColId(t.second())) {
      throw ErrorReport.notSimulated("foreign keys with PERIOD").toException();
    }
    return g.names.colId();
  }

  private void include(ConstraintDraft draft) {
    draft.including = t.accept(Keyword.INCLUDE) ? g.names.parenthesized(g.names::colId) : List.of();
  }

  private ConstraintDraft exclude(int location) {
    ConstraintDraft draft = new ConstraintDraft(ConstrType.EXCLUSION, location);
    if (t.accept(Keyword.USING)) {
      draft.accessMethod = Optional.of(g.names.colId());
    }
    draft.exclusions = g.names.parenthesized(this::exclusion);
    include(draft);
    indexOptions(draft);
    if (t.accept(Keyword.WHERE)) {
      draft.where = Optional.of(g.expressions.parenthesizedExpr());
    }
    draft.attributes = ConstraintBits.read(t).check(t, "EXCLUDE", ConstraintBits.DEFER);
    return draft;
  }

  private ExclusionElem exclusion() {
    IndexElem element = new IndexElements(g).element();
    t.expect(Keyword.WITH);
    boolean wrapped = t.is(Keyword.OPERATOR) && t.second() == '(';
    List<String> operator = wrapped ? g.names.operatorClause() : g.names.anyOperator();
    return new ExclusionElem(element, operator);
  }

  private ConstraintDraft foreignKey(int location) {
    ConstraintDraft draft = new ConstraintDraft(ConstrType.FOREIGN, location);
    t.expect(Keyword.KEY);
    draft.keys = keys();
    t.expect(Keyword.REFERENCES);
    references(draft);
    int allowed = ConstraintBits.DEFER | ConstraintBits.NOT_VALID;
    draft.attributes = ConstraintBits.read(t).check(t, "FOREIGN KEY", allowed);
    return draft;
  }
}
