package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.DropOwnedStmt;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.DropSubscriptionStmt;
import io.pgdouble.engine.tree.DropTableSpaceStmt;
import io.pgdouble.engine.tree.DropUserMappingStmt;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleSpecType;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** DROP of every kind of object. */
final class Drops {
  private final Grammar g;
  private final Tokens t;

  Drops(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement drop() {
    t.expect(Keyword.DROP);
    return switch (t.kind()) {
      case Keyword.DATABASE -> new Databases(g).drop();
      case Keyword.ROLE, Keyword.GROUP -> new Roles(g).drop();
      case Keyword.USER -> Roles.startsMapping(t) ? userMapping() : new Roles(g).drop();
      case Keyword.OWNED -> owned();
      case Keyword.TABLESPACE -> tablespace();
      case Keyword.SUBSCRIPTION -> subscription();
      case Keyword.INDEX -> index();
      case Keyword.TYPE -> objects(ObjectType.TYPE, g.types::typename);
      case Keyword.DOMAIN -> objects(ObjectType.DOMAIN, g.types::typename);
      case Keyword.FUNCTION -> objects(ObjectType.FUNCTION, new Signatures(g)::function);
      case Keyword.PROCEDURE -> objects(ObjectType.PROCEDURE, new Signatures(g)::function);
      case Keyword.ROUTINE -> objects(ObjectType.ROUTINE, new Signatures(g)::function);
      case Keyword.AGGREGATE -> objects(ObjectType.AGGREGATE, new Signatures(g)::aggregate);
      case Keyword.OPERATOR -> operator();
      case Keyword.CAST -> cast();
      case Keyword.TRANSFORM -> transform();
      default -> named();
    };
  }

  private Statement objects(ObjectType type, Supplier<? extends Node> object) {
    t.advance();
    return rest(type, object);
  }

  /** {@code [IF EXISTS] object, … [CASCADE | RESTRICT]}. */
  private Statement rest(ObjectType type, Supplier<? extends Node> object) {
    boolean ifExists = Definitions.ifExists(t);
    List<Node> all = new ArrayList<>();
    do {
      all.add(object.get());
    } while (t.accept(','));
    return finish(type, all, ifExists);
  }

  private Statement finish(ObjectType type, List<Node> objects, boolean ifExists) {
    DropBehavior behavior = SessionCommands.dropBehavior(t);
    return new DropStmt(List.copyOf(objects), type, behavior, ifExists, false);
  }

  private Node anyName() {
    return Options.strings(g.names.anyName());
  }

  private Node plainName() {
    return new StringValue(g.names.colId());
  }

  private Statement index() {
    t.expect(Keyword.INDEX);
    if (!t.accept(Keyword.CONCURRENTLY)) {
      return rest(ObjectType.INDEX, this::anyName);
    }
    DropStmt s = (DropStmt) rest(ObjectType.INDEX, this::anyName);
    return new DropStmt(s.objects(), s.removeType(), s.behavior(), s.missingOk(), true);
  }

  private Statement named() {
    ObjectNames.Kind kind = new ObjectNames(g).kind();
    return switch (kind.naming()) {
      case ANY_NAME -> rest(kind.type(), this::anyName);
      case NAME -> rest(kind.type(), this::plainName);
      case ON_ANY_NAME -> onRelation(kind.type());
    };
  }

  private Statement onRelation(ObjectType type) {
    boolean ifExists = Definitions.ifExists(t);
    return finish(type, List.of(nameOnRelation()), ifExists);
  }

  private Node nameOnRelation() {
    String name = g.names.colId();
    t.expect(Keyword.ON);
    List<String> all = new ArrayList<>(g.names.anyName());
    all.add(name);
    return Options.strings(all);
  }

  private Statement operator() {
    t.expect(Keyword.OPERATOR);
    boolean operatorClass = t.is(Keyword.CLASS) && t.second() != '.';
    boolean family = t.is(Keyword.FAMILY) && t.second() != '.';
    if (!operatorClass && !family) {
      return rest(ObjectType.OPERATOR, new Signatures(g)::operator);
    }
    t.advance();
    boolean ifExists = Definitions.ifExists(t);
    List<String> name = new ArrayList<>(g.names.anyName());
    t.expect(Keyword.USING);
    name.add(0, g.names.colId());
    ObjectType type = operatorClass ? ObjectType.OPCLASS : ObjectType.OPFAMILY;
    return finish(type, List.of(Options.strings(name)), ifExists);
  }

  private boolean optIfExists() {
    boolean ifExists = t.accept(Keyword.IF);
    if (ifExists) {
      t.expect(Keyword.EXISTS);
    }
    return ifExists;
  }

  private Statement cast() {
    t.expect(Keyword.CAST);
    boolean ifExists = optIfExists();
    t.expect('(');
    Node source = g.types.typename();
    t.expect(Keyword.AS);
    Node target = g.types.typename();
    t.expect(')');
    return finish(ObjectType.CAST, List.of(source, target), ifExists);
  }

  private Statement transform() {
    t.expect(Keyword.TRANSFORM);
    boolean ifExists = optIfExists();
    t.expect(Keyword.FOR);
    Node type = g.types.typename();
    t.expect(Keyword.LANGUAGE);
    return finish(ObjectType.TRANSFORM, List.of(type, plainName()), ifExists);
  }

  private Statement owned() {
    t.expect(Keyword.OWNED, Keyword.BY);
    List<RoleSpec> roles = g.names.list(g.names::roleSpec);
    return new DropOwnedStmt(roles, SessionCommands.dropBehavior(t));
  }

  private Statement tablespace() {
    t.expect(Keyword.TABLESPACE);
    boolean ifExists = Definitions.ifExists(t);
    return new DropTableSpaceStmt(g.names.colId(), ifExists);
  }

  private Statement subscription() {
    t.expect(Keyword.SUBSCRIPTION);
    boolean ifExists = Definitions.ifExists(t);
    String name = g.names.colId();
    return new DropSubscriptionStmt(name, ifExists, SessionCommands.dropBehavior(t));
  }

  private Statement userMapping() {
    t.expect(Keyword.USER, Keyword.MAPPING);
    boolean ifExists = optIfExists();
    t.expect(Keyword.FOR);
    int location = t.location();
    boolean user = t.accept(Keyword.USER);
    RoleSpec role =
        user
            ? new RoleSpec(RoleSpecType.CURRENT_USER, Optional.empty(), location)
            : g.names.roleSpec();
    t.expect(Keyword.SERVER);
    return new DropUserMappingStmt(role, g.names.colId(), ifExists);
  }
}
