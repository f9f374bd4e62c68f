package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DefElemAction;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of named options, in the several forms the grammar has for them. */
final class Options {
  private final Grammar g;
  private final Tokens t;

  Options(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  static DefElem option(String name, Optional<Node> arg, int location) {
    return new DefElem(Optional.empty(), name, arg, DefElemAction.UNSPEC, location);
  }

  static DefElem option(String name, Node arg, int location) {
    return option(name, Optional.of(arg), location);
  }

  static ListValue strings(List<String> names) {
    List<Value> values = new ArrayList<>();
    names.forEach(name -> values.add(new StringValue(name)));
    return new ListValue(List.copyOf(values));
  }

  /** {@code reloptions}: {@code ([namespace.]name [= value], …)}. */
  List<DefElem> reloptions() {
    return g.names.parenthesized(this::reloption);
  }

  private DefElem reloption() {
    int location = t.location();
    String name = g.names.colLabel();
    Optional<String> namespace = Optional.empty();
    if (t.accept('.')) {
      namespace = Optional.of(name);
      name = g.names.colLabel();
    }
    Optional<Node> arg = t.accept('=') ? Optional.of(argument()) : Optional.empty();
    return new DefElem(namespace, name, arg, DefElemAction.UNSPEC, location);
  }

  /** {@code definition}: {@code (name [= value], …)}. */
  List<DefElem> definition() {
    return g.names.parenthesized(this::definitionElement);
  }

  private DefElem definitionElement() {
    int location = t.location();
    String name = g.names.colLabel();
    Optional<Node> arg = t.accept('=') ? Optional.of(argument()) : Optional.empty();
    return option(name, arg, location);
  }

  /** {@code def_arg}: a type, a word, an operator, a number, a string, or NONE. */
  Node argument() {
    int kind = t.kind();
    if (kind == Token.SCONST) {
      return new StringValue(t.take());
    }
    boolean number = t.second() == Token.FCONST || t.second() == Token.ICONST;
    boolean sign = kind == '+' || kind == '-';
    if (kind == Token.ICONST || kind == Token.FCONST || (sign && number)) {
      return g.names.numericOnly();
    }
    if (kind == Keyword.OPERATOR && t.second() == '(') {
      return strings(g.names.operatorClause());
    }
    if (!Names.operatorText(kind).isEmpty()) {
      return strings(List.of(g.names.allOp()));
    }
    boolean word = Keyword.isReserved(kind) || kind == Keyword.NONE;
    return word ? new NameValue(t.take()) : g.types.funcType();
  }

  /** {@code opt_boolean_or_string}, as the string it becomes. */
  String booleanOrString() {
    return switch (t.kind()) {
      case Keyword.TRUE, Keyword.FALSE, Keyword.ON -> t.take();
      default -> g.names.nonReservedWordOrSconst();
    };
  }

  /** Whether {@code opt_boolean_or_string} begins here. */
  boolean startsBooleanOrString() {
    return switch (t.kind()) {
      case Keyword.TRUE, Keyword.FALSE, Keyword.ON, Token.SCONST -> true;
      default -> Keyword.isNonReservedWord(t.kind());
    };
  }

  /** {@code utility_option_list} in its parentheses. */
  List<DefElem> utilityOptions() {
    return g.names.parenthesized(this::utilityOption);
  }

  private DefElem utilityOption() {
    int location = t.location();
    String name = utilityName();
    return option(name, optArgument(), location);
  }

  private String utilityName() {
    return switch (t.kind()) {
      case Keyword.ANALYZE, Keyword.ANALYSE -> {
        t.advance();
        yield "analyze";
      }
      case Token.FORMAT_LA -> {
        t.advance();
        yield "format";
      }
      default -> g.names.nonReservedWord();
    };
  }

  /** A word, a string, a number, or nothing. */
  private Optional<Node> optArgument() {
    if (g.names.startsNumericOnly()) {
      return Optional.of(g.names.numericOnly());
    }
    return startsBooleanOrString()
        ? Optional.of(new StringValue(booleanOrString()))
        : Optional.empty();
  }

  /** {@code copy_generic_opt_list} in its parentheses. */
  List<DefElem> copyOptions() {
    return g.names.parenthesized(this::copyOption);
  }

  private DefElem copyOption() {
    int location = t.location();
    String name = g.names.colLabel();
    if (t.accept('*')) {
      return option(name, new NameValue("*"), location);
    }
    if (t.is('(')) {
      return option(name, strings(g.names.parenthesized(this::booleanOrString)), location);
    }
    if (MajorChange.COPY_OPTIONS_ARE_CALLED_BY_KEYWORDS.isIn(t.major())
        && t.accept(Keyword.DEFAULT)) {
      return option(name, new StringValue("default"), location);
    }
    return option(name, optArgument(), location);
  }
}
