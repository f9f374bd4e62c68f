package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.AStar;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FieldName;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleSpecType;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Names of every kind, references built from them, and plain numbers. */
final class Names {
  private static final List<String> NO_NAMES = List.of();

  private final Grammar g;
  private final Tokens t;

  Names(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  String colId() {
    if (!Keyword.isColId(t.kind())) {
      throw t.syntaxError();
    }
    return t.take();
  }

  String colLabel() {
    if (!Keyword.isColLabel(t.kind())) {
      throw t.syntaxError();
    }
    return t.take();
  }

  String typeFunctionName() {
    if (!Keyword.isTypeFunctionName(t.kind())) {
      throw t.syntaxError();
    }
    return t.take();
  }

  String nonReservedWord() {
    if (!Keyword.isNonReservedWord(t.kind())) {
      throw t.syntaxError();
    }
    return t.take();
  }

  String nonReservedWordOrSconst() {
    return t.is(Token.SCONST) ? t.take() : nonReservedWord();
  }

  /** One element or more, with commas between. */
  <T> List<T> list(Supplier<T> element) {
    T first = element.get();
    if (!t.is(',')) {
      return List.of(first);
    }
    List<T> all = new ArrayList<>();
    all.add(first);
    while (t.accept(',')) {
      all.add(element.get());
    }
    return List.copyOf(all);
  }

  /** The same in parentheses. */
  <T> List<T> parenthesized(Supplier<T> element) {
    t.expect('(');
    List<T> all = list(element);
    t.expect(')');
    return all;
  }

  List<String> nameList() {
    return list(this::colId);
  }

  /** {@code opt_column_list}, {@code opt_name_list}: empty where absent. */
  List<String> optNameList() {
    return t.is('(') ? parenthesized(this::colId) : NO_NAMES;
  }

  /** {@code any_name}: a name with dotted attributes. */
  List<String> anyName() {
    String first = colId();
    return t.is('.') ? dotted(first) : List.of(first);
  }

  /** The rest of a dotted name. */
  List<String> dotted(String first) {
    List<String> all = new ArrayList<>();
    all.add(first);
    while (t.accept('.')) {
      all.add(colLabel());
    }
    return List.copyOf(all);
  }

  List<RangeVar> qualifiedNameList() {
    return list(this::qualifiedName);
  }

  RangeVar qualifiedName() {
    int location = t.location();
    String first = colId();
    if (!startsIndirection()) {
      return rangeVar(List.of(first), location);
    }
    return rangeVar(namesOnly(first, indirection()), location);
  }

  boolean startsIndirection() {
    int kind = t.kind();
    return kind == '.' || kind == '[';
  }

  /** Only names may follow: {@code check_qualified_name}, {@code check_func_name}. */
  List<String> namesOnly(String first, List<Indirection> indirection) {
    List<String> all = new ArrayList<>();
    all.add(first);
    for (Indirection step : indirection) {
      if (!(step instanceof FieldName field)) {
        throw t.syntaxError();
      }
      all.add(field.name());
    }
    return List.copyOf(all);
  }

  RangeVar rangeVar(List<String> parts, int location) {
    int count = parts.size();
    if (count > 3) {
      String dotted = String.join(".", parts);
      String message = "improper qualified name (too many dotted names): " + dotted;
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
    return new RangeVar(
        count > 2 ? Optional.of(parts.get(0)) : Optional.empty(),
        count > 1 ? Optional.of(parts.get(count - 2)) : Optional.empty(),
        parts.get(count - 1),
        true,
        RelPersistence.PERMANENT,
        Optional.empty(),
        location);
  }

  static RangeVar withAlias(RangeVar r, Optional<Alias> alias) {
    return new RangeVar(
        r.catalogname(),
        r.schemaname(),
        r.relname(),
        r.inh(),
        r.relpersistence(),
        alias,
        r.location());
  }

  static RangeVar withPersistence(RangeVar r, RelPersistence persistence) {
    return new RangeVar(
        r.catalogname(),
        r.schemaname(),
        r.relname(),
        r.inh(),
        persistence,
        r.alias(),
        r.location());
  }

  /** {@code relation_expr}: a table with or without its descendants. */
  RangeVar relationExpr() {
    if (t.accept(Keyword.ONLY)) {
      boolean parenthesis = t.accept('(');
      RangeVar only = qualifiedName();
      if (parenthesis) {
        t.expect(')');
      }
      return only(only);
    }
    RangeVar relation = qualifiedName();
    t.accept('*');
    return relation;
  }

  private static RangeVar only(RangeVar r) {
    return new RangeVar(
        r.catalogname(),
        r.schemaname(),
        r.relname(),
        false,
        r.relpersistence(),
        r.alias(),
        r.location());
  }

  /** {@code indirection}: one step or more. */
  List<Indirection> indirection() {
    Indirection first = indirectionElement();
    if (!startsIndirection()) {
      return List.of(first);
    }
    List<Indirection> all = new ArrayList<>();
    all.add(first);
    while (startsIndirection()) {
      all.add(indirectionElement());
    }
    return all;
  }

  /** {@code opt_indirection}, with the check that a star comes last. */
  List<Indirection> optIndirection() {
    return startsIndirection() ? checked(indirection()) : List.of();
  }

  /** {@code check_indirection}. */
  List<Indirection> checked(List<Indirection> indirection) {
    for (int i = 0; i + 1 < indirection.size(); i++) {
      if (indirection.get(i) instanceof AStar) {
        throw improperStar();
      }
    }
    return List.copyOf(indirection);
  }

  RuntimeException improperStar() {
    return t.errorHere("improper use of \"*\"");
  }

  private Indirection indirectionElement() {
    if (t.accept('.')) {
      return t.accept('*') ? new AStar() : new FieldName(colLabel());
    }
    t.expect('[');
    Optional<Expr> lower = bound(':');
    if (t.accept(':')) {
      Indirection slice = new AIndices(true, lower, bound(']'));
      t.expect(']');
      return slice;
    }
    t.expect(']');
    return new AIndices(false, Optional.empty(), lower);
  }

  private Optional<Expr> bound(int end) {
    return t.is(end) ? Optional.empty() : Optional.of(g.expressions.aExpr());
  }

  /** {@code any_operator}: perhaps qualified. */
  List<String> anyOperator() {
    List<String> all = new ArrayList<>();
    while (Keyword.isColId(t.kind())) {
      all.add(t.take());
      t.expect('.');
    }
    all.add(allOp());
    return List.copyOf(all);
  }

  /** {@code OPERATOR(…)}, with the keyword still to come. */
  List<String> operatorClause() {
    t.expect(Keyword.OPERATOR, '(');
    List<String> name = anyOperator();
    t.expect(')');
    return name;
  }

  List<String> qualAllOp() {
    return t.is(Keyword.OPERATOR) ? operatorClause() : List.of(allOp());
  }

  String allOp() {
    String name = operatorText(t.kind());
    if (name.isEmpty()) {
      throw t.syntaxError();
    }
    String text = t.is(Token.OP) ? t.text() : name;
    t.advance();
    return text;
  }

  /** The text of an {@code all_Op}, as PostgreSQL names it; empty for other tokens. */
  static String operatorText(int kind) {
    return switch (kind) {
      case Token.OP -> "op";
      case '+' -> "+";
      case '-' -> "-";
      case '*' -> "*";
      case '/' -> "/";
      case '%' -> "%";
      case '^' -> "^";
      case '<' -> "<";
      case '>' -> ">";
      case '=' -> "=";
      case Token.LESS_EQUALS -> "<=";
      case Token.GREATER_EQUALS -> ">=";
      case Token.NOT_EQUALS -> "<>";
      default -> "";
    };
  }

  int signedIconst() {
    if (t.accept('+')) {
      return t.iconst();
    }
    return t.accept('-') ? -t.iconst() : t.iconst();
  }

  boolean startsNumericOnly() {
    int kind = t.kind();
    return kind == '+' || kind == '-' || kind == Token.FCONST || kind == Token.ICONST;
  }

  Value numericOnly() {
    boolean negative = t.is('-');
    if (negative || t.is('+')) {
      t.advance();
    }
    if (t.is(Token.FCONST)) {
      String text = t.take();
      return new FloatValue(negative ? "-" + text : text);
    }
    int value = t.iconst();
    return new IntegerValue(negative ? -value : value);
  }

  /** {@code RoleSpec}. */
  RoleSpec roleSpec() {
    int location = t.location();
    Optional<RoleSpecType> special = specialRole();
    if (special.isPresent()) {
      t.advance();
      return new RoleSpec(special.get(), Optional.empty(), location);
    }
    String name = nonReservedWord();
    if (name.equals("public")) {
      return new RoleSpec(RoleSpecType.PUBLIC, Optional.empty(), location);
    }
    if (name.equals("none")) {
      throw t.error(SqlState.RESERVED_NAME, "role name \"none\" is reserved", location);
    }
    return new RoleSpec(RoleSpecType.CSTRING, Optional.of(name), location);
  }

  private Optional<RoleSpecType> specialRole() {
    return switch (t.kind()) {
      case Keyword.CURRENT_ROLE -> Optional.of(RoleSpecType.CURRENT_ROLE);
      case Keyword.CURRENT_USER -> Optional.of(RoleSpecType.CURRENT_USER);
      case Keyword.SESSION_USER -> Optional.of(RoleSpecType.SESSION_USER);
      default -> Optional.empty();
    };
  }
}
