package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterObjectDependsStmt;
import io.pgdouble.engine.tree.AlterObjectSchemaStmt;
import io.pgdouble.engine.tree.AlterSeqStmt;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableMoveAllStmt;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.PartitionBoundSpec;
import io.pgdouble.engine.tree.PartitionCmd;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;

/** ALTER of tables and whatever else is a relation: indexes, sequences, views. */
final class AlterTables {
  private final Grammar g;
  private final Tokens t;
  private final ObjectType type;

  AlterTables(Grammar grammar, ObjectType type) {
    this.g = grammar;
    this.t = grammar.t;
    this.type = type;
  }

  private boolean isTable() {
    return type == ObjectType.TABLE || type == ObjectType.FOREIGN_TABLE;
  }

  private boolean allowsMoveAll() {
    return type == ObjectType.TABLE || type == ObjectType.INDEX || type == ObjectType.MATVIEW;
  }

  private boolean allowsDepends() {
    return type == ObjectType.INDEX || type == ObjectType.MATVIEW;
  }

  /** From the relation's name on. */
  Statement alter() {
    if (allowsMoveAll() && t.accept(Keyword.ALL)) {
      return moveAll();
    }
    boolean ifExists = Definitions.ifExists(t);
    RangeVar relation = isTable() ? g.names.relationExpr() : g.names.qualifiedName();
    return switch (t.kind()) {
      case Keyword.RENAME -> rename(relation, ifExists);
      case Keyword.SET ->
          t.second() == Keyword.SCHEMA && type != ObjectType.INDEX
              ? schema(relation, ifExists)
              : commands(relation, ifExists);
      case Keyword.ATTACH, Keyword.DETACH -> partition(relation, ifExists);
      case Keyword.DEPENDS -> depends(relation, ifExists);
      case Keyword.NO ->
          t.second() == Keyword.DEPENDS
              ? depends(relation, ifExists)
              : commands(relation, ifExists);
      default -> commands(relation, ifExists);
    };
  }

  private Statement moveAll() {
    t.expect(Keyword.IN, Keyword.TABLESPACE);
    String from = g.names.colId();
    List<RoleSpec> owners = List.of();
    if (t.accept(Keyword.OWNED)) {
      t.expect(Keyword.BY);
      owners = g.names.list(g.names::roleSpec);
    }
    t.expect(Keyword.SET, Keyword.TABLESPACE);
    String to = g.names.colId();
    boolean nowait = t.accept(Keyword.NOWAIT);
    return new AlterTableMoveAllStmt(from, type, owners, to, nowait);
  }

  private Statement commands(RangeVar relation, boolean ifExists) {
    Sequences sequences = new Sequences(g);
    boolean sequence = type == ObjectType.SEQUENCE && sequences.startsOption();
    if (sequence && !(t.is(Keyword.NO) && t.second() == Keyword.INHERIT)) {
      return new AlterSeqStmt(relation, sequences.options(), ifExists);
    }
    TableCommands commands = new TableCommands(g);
    List<AlterTableCmd> all = g.names.list(commands::command);
    return new AlterTableStmt(relation, all, type, ifExists);
  }

  private Statement rename(RangeVar relation, boolean ifExists) {
    t.expect(Keyword.RENAME);
    if (t.accept(Keyword.TO)) {
      Optional<String> none = Optional.empty();
      return renamed(relation, new Renaming(type, none, g.names.colId()), ifExists);
    }
    boolean parts = isTable() || type == ObjectType.VIEW || type == ObjectType.MATVIEW;
    if (!parts) {
      throw t.syntaxError();
    }
    ObjectType part = ObjectType.COLUMN;
    if (type == ObjectType.TABLE && t.accept(Keyword.CONSTRAINT)) {
      part = ObjectType.TABCONSTRAINT;
    } else {
      t.accept(Keyword.COLUMN);
    }
    Optional<String> old = Optional.of(g.names.colId());
    t.expect(Keyword.TO);
    return renamed(relation, new Renaming(part, old, g.names.colId()), ifExists);
  }

  private record Renaming(ObjectType part, Optional<String> old, String name) {}

  private Statement renamed(RangeVar relation, Renaming renaming, boolean ifExists) {
    return new RenameStmt(
        renaming.part(),
        type,
        Optional.of(relation),
        Optional.empty(),
        renaming.old(),
        renaming.name(),
        DropBehavior.RESTRICT,
        ifExists);
  }

  private Statement schema(RangeVar relation, boolean ifExists) {
    t.expect(Keyword.SET, Keyword.SCHEMA);
    String name = g.names.colId();
    return new AlterObjectSchemaStmt(type, Optional.of(relation), Optional.empty(), name, ifExists);
  }

  private Statement depends(RangeVar relation, boolean ifExists) {
    if (ifExists || !allowsDepends()) {
      throw mistakeAtDepends();
    }
    boolean remove = t.accept(Keyword.NO);
    t.expect(Keyword.DEPENDS, Keyword.ON);
    t.expect(Keyword.EXTENSION);
    String extension = g.names.colId();
    NameValue name = new NameValue(relation.relname());
    return new AlterObjectDependsStmt(type, Optional.of(relation), name, extension, remove);
  }

  /** NO is good for INHERIT, so it is what follows that is wrong. */
  private RuntimeException mistakeAtDepends() {
    t.accept(Keyword.NO);
    return t.syntaxError();
  }

  private Statement partition(RangeVar relation, boolean ifExists) {
    boolean allowed =
        type == ObjectType.TABLE || (type == ObjectType.INDEX && !ifExists && t.is(Keyword.ATTACH));
    if (!allowed) {
      throw t.syntaxError();
    }
    boolean attach = t.accept(Keyword.ATTACH);
    if (!attach) {
      t.expect(Keyword.DETACH);
    }
    t.expect(Keyword.PARTITION);
    RangeVar child = g.names.qualifiedName();
    Optional<PartitionBoundSpec> bound =
        attach && type == ObjectType.TABLE
            ? Optional.of(new Partitions(g).bound())
            : Optional.empty();
    boolean concurrent = !attach && t.accept(Keyword.CONCURRENTLY);
    AlterTableType kind = attach ? AlterTableType.ATTACH_PARTITION : detach(concurrent);
    AlterTableCmd command =
        TableCommands.command(kind, "", new PartitionCmd(child, bound, concurrent));
    return new AlterTableStmt(relation, List.of(command), type, ifExists);
  }

  private AlterTableType detach(boolean concurrent) {
    return !concurrent && t.accept(Keyword.FINALIZE)
        ? AlterTableType.DETACH_PARTITION_FINALIZE
        : AlterTableType.DETACH_PARTITION;
  }
}
