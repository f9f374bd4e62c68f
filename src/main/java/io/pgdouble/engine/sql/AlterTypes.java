package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterDomainStmt;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import java.util.List;
import java.util.Optional;

/** ALTER TYPE and ALTER DOMAIN. */
final class AlterTypes {
  private final Grammar g;
  private final Tokens t;

  AlterTypes(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement type() {
    t.expect(Keyword.TYPE);
    int location = t.location();
    List<String> name = g.names.anyName();
    switch (t.kind()) {
      case Keyword.RENAME -> {
        return renameInType(name, location);
      }
      case Keyword.OWNER -> {
        return names(ObjectType.TYPE, name).renameOrOwner();
      }
      case Keyword.SET -> {
        return setType(name);
      }
      case Keyword.ADD -> {
        if (t.second() == Keyword.VALUE) {
          t.advance();
          t.advance();
          return new TypeDefinitions(g).addValue(name);
        }
      }
      default -> t.kind();
    }
    List<AlterTableCmd> commands = g.names.list(this::attribute);
    return new AlterTableStmt(g.names.rangeVar(name, location), commands, ObjectType.TYPE, false);
  }

  private AlterNames names(ObjectType type, List<String> name) {
    return new AlterNames(g, type, Options.strings(name));
  }

  private Statement setType(List<String> name) {
    if (t.second() == '(') {
      throw Definitions.notSimulated("alter type set");
    }
    t.expect(Keyword.SET);
    if (!t.is(Keyword.SCHEMA)) {
      throw t.syntaxError();
    }
    t.expect(Keyword.SCHEMA);
    return schema(ObjectType.TYPE, name);
  }

  private Statement schema(ObjectType type, List<String> name) {
    return new io.pgdouble.engine.tree.AlterObjectSchemaStmt(
        type, Optional.empty(), Optional.of(Options.strings(name)), g.names.colId(), false);
  }

  private Statement renameInType(List<String> name, int location) {
    if (t.second() == Keyword.VALUE) {
      t.advance();
      t.advance();
      return new TypeDefinitions(g).renameValue(name);
    }
    if (t.second() != Keyword.ATTRIBUTE) {
      return names(ObjectType.TYPE, name).renameOrOwner();
    }
    t.advance();
    t.advance();
    String old = g.names.colId();
    t.expect(Keyword.TO);
    String changed = g.names.colId();
    return new RenameStmt(
        ObjectType.ATTRIBUTE,
        ObjectType.TYPE,
        Optional.of(g.names.rangeVar(name, location)),
        Optional.empty(),
        Optional.of(old),
        changed,
        SessionCommands.dropBehavior(t),
        false);
  }

  private AlterTableCmd attribute() {
    if (t.accept(Keyword.ADD)) {
      t.expect(Keyword.ATTRIBUTE);
      ColumnDef def = new FromItems(g).tableFuncElement();
      return command(AlterTableType.ADD_COLUMN, Optional.empty(), Optional.of(def), false);
    }
    if (t.accept(Keyword.DROP)) {
      t.expect(Keyword.ATTRIBUTE);
      boolean guarded = Definitions.ifExists(t);
      Optional<String> name = Optional.of(g.names.colId());
      return command(AlterTableType.DROP_COLUMN, name, Optional.empty(), guarded);
    }
    t.expect(Keyword.ALTER, Keyword.ATTRIBUTE);
    int location = t.location();
    String name = g.names.colId();
    if (t.accept(Keyword.SET)) {
      t.expect(Keyword.DATA);
    }
    t.expect(Keyword.TYPE);
    TypeName type = g.types.typename();
    Optional<CollateClause> collation = new FromItems(g).optCollate();
    ColumnDef def =
        new ColumnDef(
            name,
            Optional.of(type),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            collation,
            List.of(),
            location);
    return command(AlterTableType.ALTER_COLUMN_TYPE, Optional.of(name), Optional.of(def), false);
  }

  private AlterTableCmd command(
      AlterTableType type, Optional<String> name, Optional<Node> def, boolean guarded) {
    DropBehavior behavior = SessionCommands.dropBehavior(t);
    return new AlterTableCmd(type, name, 0, Optional.empty(), def, behavior, guarded);
  }

  Statement domain() {
    t.expect(Keyword.DOMAIN);
    List<String> name = g.names.anyName();
    return switch (t.kind()) {
      case Keyword.RENAME -> renameInDomain(name);
      case Keyword.OWNER -> names(ObjectType.DOMAIN, name).renameOrOwner();
      case Keyword.SET -> setDomain(name);
      case Keyword.DROP -> dropInDomain(name);
      case Keyword.ADD -> addConstraint(name);
      default -> validate(name);
    };
  }

  private Statement renameInDomain(List<String> name) {
    if (t.second() != Keyword.CONSTRAINT) {
      return names(ObjectType.DOMAIN, name).renameOrOwner();
    }
    t.advance();
    t.advance();
    Optional<String> old = Optional.of(g.names.colId());
    t.expect(Keyword.TO);
    return new RenameStmt(
        ObjectType.DOMCONSTRAINT,
        ObjectType.DOMAIN,
        Optional.empty(),
        Optional.of(Options.strings(name)),
        old,
        g.names.colId(),
        DropBehavior.RESTRICT,
        false);
  }

  /** The subtypes are the letters of {@code AlterDomainStmt}. */
  private static Statement simple(String subtype, List<String> name, Optional<Node> def) {
    return new AlterDomainStmt(subtype, name, Optional.empty(), def, DropBehavior.RESTRICT, false);
  }

  private Statement setDomain(List<String> name) {
    t.expect(Keyword.SET);
    if (t.accept(Keyword.SCHEMA)) {
      return schema(ObjectType.DOMAIN, name);
    }
    if (t.accept(Keyword.NOT)) {
      t.expect(Keyword.NULL);
      return simple("O", name, Optional.empty());
    }
    t.expect(Keyword.DEFAULT);
    return simple("T", name, Optional.of(g.expressions.aExpr()));
  }

  private Statement dropInDomain(List<String> name) {
    t.expect(Keyword.DROP);
    if (t.accept(Keyword.DEFAULT)) {
      return simple("T", name, Optional.empty());
    }
    if (t.accept(Keyword.NOT)) {
      t.expect(Keyword.NULL);
      return simple("N", name, Optional.empty());
    }
    t.expect(Keyword.CONSTRAINT);
    boolean guarded = Definitions.ifExists(t);
    Optional<String> constraint = Optional.of(g.names.colId());
    DropBehavior behavior = SessionCommands.dropBehavior(t);
    return new AlterDomainStmt("X", name, constraint, Optional.empty(), behavior, guarded);
  }

  private Statement addConstraint(List<String> name) {
    t.expect(Keyword.ADD);
    return simple("C", name, Optional.of(new Constraints(g).domainConstraint()));
  }

  private Statement validate(List<String> name) {
    t.expect(Keyword.VALIDATE, Keyword.CONSTRAINT);
    Optional<String> constraint = Optional.of(g.names.colId());
    return new AlterDomainStmt(
        "V", name, constraint, Optional.empty(), DropBehavior.RESTRICT, false);
  }
}
