package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.CommentStmt;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COMMENT ON. */
final class Comments {
  private final Grammar g;
  private final Tokens t;

  Comments(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  private record Commented(ObjectType type, Node object) {}

  Statement comment() {
    t.expect(Keyword.COMMENT, Keyword.ON);
    Commented on = object();
    t.expect(Keyword.IS);
    boolean none = t.accept(Keyword.NULL);
    Optional<String> text = none ? Optional.empty() : Optional.of(t.sconst());
    return new CommentStmt(on.type(), on.object(), text);
  }

  private Commented object() {
    int kind = t.kind();
    switch (kind) {
      case Keyword.COLUMN, Keyword.TYPE, Keyword.DOMAIN, Keyword.AGGREGATE, Keyword.FUNCTION -> {
        t.advance();
        return advanced(kind);
      }
      case Keyword.PROCEDURE, Keyword.ROUTINE, Keyword.OPERATOR, Keyword.CONSTRAINT -> {
        t.advance();
        return advanced(kind);
      }
      case Keyword.TRANSFORM, Keyword.LARGE, Keyword.CAST -> {
        t.advance();
        return advanced(kind);
      }
      default -> {
        return listed();
      }
    }
  }

  private Commented advanced(int kind) {
    Signatures signatures = new Signatures(g);
    return switch (kind) {
      case Keyword.COLUMN -> new Commented(ObjectType.COLUMN, anyName());
      case Keyword.TYPE -> new Commented(ObjectType.TYPE, g.types.typename());
      case Keyword.DOMAIN -> new Commented(ObjectType.DOMAIN, g.types.typename());
      case Keyword.AGGREGATE -> new Commented(ObjectType.AGGREGATE, signatures.aggregate());
      case Keyword.FUNCTION -> new Commented(ObjectType.FUNCTION, signatures.function());
      case Keyword.PROCEDURE -> new Commented(ObjectType.PROCEDURE, signatures.function());
      case Keyword.ROUTINE -> new Commented(ObjectType.ROUTINE, signatures.function());
      case Keyword.OPERATOR -> operator(signatures);
      case Keyword.CONSTRAINT -> constraint();
      case Keyword.TRANSFORM -> transform();
      case Keyword.LARGE -> largeObject();
      default -> cast();
    };
  }

  private Node anyName() {
    return Options.strings(g.names.anyName());
  }

  private Commented listed() {
    ObjectNames names = new ObjectNames(g);
    ObjectType any = names.anyNamed();
    if (any != ObjectType.DEFAULT) {
      return new Commented(any, anyName());
    }
    ObjectType plain = names.commentNamed();
    if (plain != ObjectType.DEFAULT) {
      return new Commented(plain, new StringValue(g.names.colId()));
    }
    ObjectType on = names.kind().type();
    String name = g.names.colId();
    t.expect(Keyword.ON);
    List<String> all = new ArrayList<>(g.names.anyName());
    all.add(name);
    return new Commented(on, Options.strings(all));
  }

  private Commented operator(Signatures signatures) {
    boolean operatorClass = t.is(Keyword.CLASS) && t.second() != '.';
    boolean family = t.is(Keyword.FAMILY) && t.second() != '.';
    if (!operatorClass && !family) {
      return new Commented(ObjectType.OPERATOR, signatures.operator());
    }
    t.advance();
    List<String> name = new ArrayList<>(g.names.anyName());
    t.expect(Keyword.USING);
    name.add(0, g.names.colId());
    ObjectType type = operatorClass ? ObjectType.OPCLASS : ObjectType.OPFAMILY;
    return new Commented(type, Options.strings(name));
  }

  /** DOMAIN is not reserved: a relation may have that name. */
  private Commented constraint() {
    String name = g.names.colId();
    t.expect(Keyword.ON);
    boolean domain = t.is(Keyword.DOMAIN) && Keyword.isColId(t.second());
    if (domain) {
      t.advance();
    }
    List<String> all = new ArrayList<>(g.names.anyName());
    all.add(name);
    ObjectType type = domain ? ObjectType.DOMCONSTRAINT : ObjectType.TABCONSTRAINT;
    return new Commented(type, Options.strings(all));
  }

  private Commented transform() {
    t.expect(Keyword.FOR);
    Node type = g.types.typename();
    t.expect(Keyword.LANGUAGE);
    int location = t.location();
    String language = g.names.colId();
    Node both = new OptionList(List.of(Options.option(language, type, location)));
    return new Commented(ObjectType.TRANSFORM, both);
  }

  private Commented largeObject() {
    t.expect(Keyword.OBJECT);
    return new Commented(ObjectType.LARGEOBJECT, new ListValue(List.of(g.names.numericOnly())));
  }

  private Commented cast() {
    t.expect('(');
    int location = t.location();
    Node source = g.types.typename();
    t.expect(Keyword.AS);
    int other = t.location();
    Node target = g.types.typename();
    t.expect(')');
    Node both =
        new OptionList(
            List.of(
                Options.option("source", source, location),
                Options.option("target", target, other)));
    return new Commented(ObjectType.CAST, both);
  }
}
