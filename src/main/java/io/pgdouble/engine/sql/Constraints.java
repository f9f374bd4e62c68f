package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ExclusionElem;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.error.SqlState;
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
      default -> false;
    };
  }

  /** {@code ColConstraint}, COLLATE excepted. */
  Constraint columnConstraint() {
    int location = t.location();
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
    if (!t.accept(Keyword.NULLS)) {
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
      draft.keys = g.names.parenthesized(g.names::colId);
      include(draft);
      indexOptions(draft);
    }
    String kind = primary ? "PRIMARY KEY" : "UNIQUE";
    draft.attributes = ConstraintBits.read(t).check(t, kind, ConstraintBits.DEFER);
    return draft;
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
    draft.keys = g.names.parenthesized(g.names::colId);
    t.expect(Keyword.REFERENCES);
    references(draft);
    int allowed = ConstraintBits.DEFER | ConstraintBits.NOT_VALID;
    draft.attributes = ConstraintBits.read(t).check(t, "FOREIGN KEY", allowed);
    return draft;
  }
}
