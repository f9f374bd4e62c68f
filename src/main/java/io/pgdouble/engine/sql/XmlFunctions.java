package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.XmlExpr;
import io.pgdouble.engine.tree.XmlExprOp;
import io.pgdouble.engine.tree.XmlSerialize;
import java.util.List;
import java.util.Optional;

/** The XML functions ({@code gram.y: func_expr_common_subexpr}). */
final class XmlFunctions {
  private final Grammar g;
  private final Tokens t;
  private final int location;

  XmlFunctions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.location = t.location();
  }

  static boolean starts(Tokens t) {
    return switch (t.kind()) {
      case Keyword.XMLCONCAT,
          Keyword.XMLELEMENT,
          Keyword.XMLEXISTS,
          Keyword.XMLFOREST,
          Keyword.XMLPARSE,
          Keyword.XMLPI,
          Keyword.XMLROOT,
          Keyword.XMLSERIALIZE ->
          t.second() == '(';
      default -> false;
    };
  }

  Expr call() {
    int kind = t.kind();
    t.advance();
    t.expect('(');
    Expr call =
        switch (kind) {
          case Keyword.XMLCONCAT -> xml(XmlExprOp.XMLCONCAT, g.expressions.exprList());
          case Keyword.XMLELEMENT -> element();
          case Keyword.XMLEXISTS -> exists();
          case Keyword.XMLFOREST -> named(XmlExprOp.XMLFOREST, "", attributes());
          case Keyword.XMLPARSE -> parse();
          case Keyword.XMLPI -> instruction();
          case Keyword.XMLROOT -> root();
          default -> serialize();
        };
    t.expect(')');
    return call;
  }

  private Expr xml(XmlExprOp op, List<Expr> args) {
    return new XmlExpr(op, "", List.of(), args, false, location);
  }

  private Expr named(XmlExprOp op, String name, List<ResTarget> attributes) {
    return new XmlExpr(op, name, attributes, List.of(), false, location);
  }

  private Expr element() {
    t.expect(Keyword.NAME);
    String name = g.names.colLabel();
    List<ResTarget> attributes = List.of();
    List<Expr> content = List.of();
    boolean more = t.accept(',');
    if (more && t.is(Keyword.XMLATTRIBUTES) && t.second() == '(') {
      t.advance();
      t.expect('(');
      attributes = attributes();
      t.expect(')');
      more = t.accept(',');
    }
    if (more) {
      content = g.expressions.exprList();
    }
    return new XmlExpr(XmlExprOp.XMLELEMENT, name, attributes, content, false, location);
  }

  private List<ResTarget> attributes() {
    return g.names.list(this::attribute);
  }

  private ResTarget attribute() {
    int at = t.location();
    Expr value = g.expressions.aExpr();
    Optional<String> name =
        t.accept(Keyword.AS) ? Optional.of(g.names.colLabel()) : Optional.empty();
    return new ResTarget(name, List.of(), value, at);
  }

  private Expr exists() {
    Expr path = g.primaries.cExpr(Expressions.ANY);
    Expr document = passing();
    return FuncCall.ofSqlSyntax("xmlexists", List.of(path, document), location);
  }

  /** {@code xmlexists_argument}. */
  Expr passing() {
    t.expect(Keyword.PASSING);
    optMechanism();
    Expr document = g.primaries.cExpr(Expressions.ANY);
    optMechanism();
    return document;
  }

  private void optMechanism() {
    if (t.is(Keyword.BY) && (t.second() == Keyword.REF || t.second() == Keyword.VALUE)) {
      t.advance();
      t.advance();
    }
  }

  private boolean documentOrContent() {
    boolean document = t.accept(Keyword.DOCUMENT);
    if (!document) {
      t.expect(Keyword.CONTENT);
    }
    return document;
  }

  private Expr parse() {
    boolean document = documentOrContent();
    Expr text = g.expressions.aExpr();
    boolean preserve = t.accept(Keyword.PRESERVE);
    if (preserve || t.accept(Keyword.STRIP)) {
      t.expect(Keyword.WHITESPACE);
    }
    List<Expr> args = List.of(text, new AConst(new BooleanValue(preserve), -1));
    return new XmlExpr(XmlExprOp.XMLPARSE, "", List.of(), args, document, location);
  }

  private Expr instruction() {
    t.expect(Keyword.NAME);
    String name = g.names.colLabel();
    List<Expr> args = t.accept(',') ? List.of(g.expressions.aExpr()) : List.of();
    return new XmlExpr(XmlExprOp.XMLPI, name, List.of(), args, false, location);
  }

  private Expr root() {
    Expr document = g.expressions.aExpr();
    t.expect(',', Keyword.VERSION);
    Expr version =
        t.accept(Keyword.NO, Keyword.VALUE)
            ? new AConst(new NullValue(), -1)
            : g.expressions.aExpr();
    return xml(XmlExprOp.XMLROOT, List.of(document, version, standalone()));
  }

  /** The values of {@code xml.h: XmlStandaloneType}. */
  private Expr standalone() {
    if (!t.accept(',')) {
      return Types.integer(3, -1);
    }
    t.expect(Keyword.STANDALONE);
    if (t.accept(Keyword.YES)) {
      return Types.integer(0, -1);
    }
    t.expect(Keyword.NO);
    return Types.integer(t.accept(Keyword.VALUE) ? 2 : 1, -1);
  }

  private Expr serialize() {
    boolean document = documentOrContent();
    Expr value = g.expressions.aExpr();
    t.expect(Keyword.AS);
    TypeName type = g.types.simpleTypename();
    boolean indent = t.accept(Keyword.INDENT);
    if (!indent && t.accept(Keyword.NO)) {
      t.expect(Keyword.INDENT);
    }
    return new XmlSerialize(document, value, type, indent, location);
  }
}
