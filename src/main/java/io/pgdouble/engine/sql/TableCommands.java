package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.engine.tree.ReplicaIdentityStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/** The actions of ALTER TABLE, those on columns excepted ({@code gram.y: alter_table_cmd}). */
final class TableCommands {
  private final Grammar g;
  private final Tokens t;

  TableCommands(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  private record Part(Optional<String> name, Optional<RoleSpec> owner, Optional<Node> def) {
    static final Part NONE = new Part(Optional.empty(), Optional.empty(), Optional.empty());

    static Part of(String name) {
      return new Part(Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Part of(Node def) {
      return new Part(Optional.empty(), Optional.empty(), Optional.of(def));
    }
  }

  private static AlterTableCmd make(AlterTableType type, Part part) {
    DropBehavior restrict = DropBehavior.RESTRICT;
    return new AlterTableCmd(type, part.name(), 0, part.owner(), part.def(), restrict, false);
  }

  /** A command with a definition, and perhaps a name. */
  static AlterTableCmd command(AlterTableType type, String name, Node def) {
    Optional<String> named = name.isEmpty() ? Optional.empty() : Optional.of(name);
    return make(type, new Part(named, Optional.empty(), Optional.of(def)));
  }

  private AlterTableCmd named(AlterTableType type) {
    return make(type, Part.of(g.names.colId()));
  }

  AlterTableCmd command() {
    int kind = t.kind();
    switch (kind) {
      case Keyword.ADD, Keyword.ALTER, Keyword.DROP -> {
        return new ColumnCommands(g).command();
      }
      case Keyword.OPTIONS -> {
        Node options = new OptionList(new GenericOptions(g).alterOptions());
        return make(AlterTableType.GENERIC_OPTIONS, Part.of(options));
      }
      default -> {
        return action(kind);
      }
    }
  }

  private AlterTableCmd action(int kind) {
    if (!starts(kind)) {
      throw t.syntaxError();
    }
    t.advance();
    return switch (kind) {
      case Keyword.VALIDATE -> validate();
      case Keyword.SET -> set();
      case Keyword.RESET -> reloptions(AlterTableType.RESET_REL_OPTIONS);
      case Keyword.CLUSTER -> cluster();
      case Keyword.ENABLE -> enable();
      case Keyword.DISABLE -> disable();
      case Keyword.INHERIT -> inherit(AlterTableType.ADD_INHERIT);
      case Keyword.NO -> no();
      case Keyword.FORCE -> security(AlterTableType.FORCE_ROW_SECURITY);
      case Keyword.OF -> make(AlterTableType.ADD_OF, Part.of(Options.strings(g.names.anyName())));
      case Keyword.NOT -> notOf();
      case Keyword.OWNER -> owner();
      default -> replica();
    };
  }

  private static boolean starts(int kind) {
    return switch (kind) {
      case Keyword.VALIDATE, Keyword.SET, Keyword.RESET, Keyword.CLUSTER -> true;
      case Keyword.ENABLE, Keyword.DISABLE, Keyword.INHERIT, Keyword.NO -> true;
      case Keyword.FORCE, Keyword.OF, Keyword.NOT, Keyword.OWNER, Keyword.REPLICA -> true;
      default -> false;
    };
  }

  private AlterTableCmd validate() {
    t.expect(Keyword.CONSTRAINT);
    return named(AlterTableType.VALIDATE_CONSTRAINT);
  }

  private AlterTableCmd reloptions(AlterTableType type) {
    return make(type, Part.of(new OptionList(new Options(g).reloptions())));
  }

  private AlterTableCmd set() {
    switch (t.kind()) {
      case Keyword.WITHOUT -> {
        t.advance();
        boolean oids = t.accept(Keyword.OIDS);
        if (!oids) {
          t.expect(Keyword.CLUSTER);
        }
        return make(oids ? AlterTableType.DROP_OIDS : AlterTableType.DROP_CLUSTER, Part.NONE);
      }
      case Keyword.LOGGED -> {
        t.advance();
        return make(AlterTableType.SET_LOGGED, Part.NONE);
      }
      case Keyword.UNLOGGED -> {
        t.advance();
        return make(AlterTableType.SET_UNLOGGED, Part.NONE);
      }
      case Keyword.ACCESS -> {
        t.advance();
        t.expect(Keyword.METHOD);
        if (t.is(Keyword.DEFAULT)) {
          t.refuseFrom(MajorChange.TABLE_SETTINGS_HAVE_DEFAULTS, "SET ACCESS METHOD DEFAULT");
        }
        return named(AlterTableType.SET_ACCESS_METHOD);
      }
      case Keyword.TABLESPACE -> {
        t.advance();
        return named(AlterTableType.SET_TABLESPACE);
      }
      default -> {
        return reloptions(AlterTableType.SET_REL_OPTIONS);
      }
    }
  }

  private AlterTableCmd cluster() {
    t.expect(Keyword.ON);
    return named(AlterTableType.CLUSTER_ON);
  }

  private AlterTableCmd enable() {
    if (t.is(Keyword.ROW)) {
      return security(AlterTableType.ENABLE_ROW_SECURITY);
    }
    boolean always = t.accept(Keyword.ALWAYS);
    boolean replica = !always && t.accept(Keyword.REPLICA);
    if (t.accept(Keyword.RULE)) {
      return named(
          always
              ? AlterTableType.ENABLE_ALWAYS_RULE
              : replica ? AlterTableType.ENABLE_REPLICA_RULE : AlterTableType.ENABLE_RULE);
    }
    t.expect(Keyword.TRIGGER);
    if (always || replica) {
      return named(always ? AlterTableType.ENABLE_ALWAYS_TRIG : AlterTableType.ENABLE_REPLICA_TRIG);
    }
    if (t.accept(Keyword.ALL)) {
      return make(AlterTableType.ENABLE_TRIG_ALL, Part.NONE);
    }
    return t.accept(Keyword.USER)
        ? make(AlterTableType.ENABLE_TRIG_USER, Part.NONE)
        : named(AlterTableType.ENABLE_TRIG);
  }

  private AlterTableCmd disable() {
    if (t.is(Keyword.ROW)) {
      return security(AlterTableType.DISABLE_ROW_SECURITY);
    }
    if (t.accept(Keyword.RULE)) {
      return named(AlterTableType.DISABLE_RULE);
    }
    t.expect(Keyword.TRIGGER);
    if (t.accept(Keyword.ALL)) {
      return make(AlterTableType.DISABLE_TRIG_ALL, Part.NONE);
    }
    return t.accept(Keyword.USER)
        ? make(AlterTableType.DISABLE_TRIG_USER, Part.NONE)
        : named(AlterTableType.DISABLE_TRIG);
  }

  private AlterTableCmd security(AlterTableType type) {
    t.expect(Keyword.ROW, Keyword.LEVEL);
    t.expect(Keyword.SECURITY);
    return make(type, Part.NONE);
  }

  private AlterTableCmd inherit(AlterTableType type) {
    return make(type, Part.of(g.names.qualifiedName()));
  }

  private AlterTableCmd no() {
    if (t.accept(Keyword.FORCE)) {
      return security(AlterTableType.NO_FORCE_ROW_SECURITY);
    }
    t.expect(Keyword.INHERIT);
    return inherit(AlterTableType.DROP_INHERIT);
  }

  private AlterTableCmd notOf() {
    t.expect(Keyword.OF);
    return make(AlterTableType.DROP_OF, Part.NONE);
  }

  private AlterTableCmd owner() {
    t.expect(Keyword.TO);
    Optional<RoleSpec> owner = Optional.of(g.names.roleSpec());
    Part part = new Part(Optional.empty(), owner, Optional.empty());
    return make(AlterTableType.CHANGE_OWNER, part);
  }

  /** By the letters of {@code pg_class.relreplident}. */
  private AlterTableCmd replica() {
    t.expect(Keyword.IDENTITY);
    String letter =
        switch (t.kind()) {
          case Keyword.NOTHING -> "n";
          case Keyword.FULL -> "f";
          case Keyword.DEFAULT -> "d";
          case Keyword.USING -> "i";
          default -> throw t.syntaxError();
        };
    t.advance();
    Optional<String> index = Optional.empty();
    if (letter.equals("i")) {
      t.expect(Keyword.INDEX);
      index = Optional.of(g.names.colId());
    }
    ReplicaIdentityStmt identity = new ReplicaIdentityStmt(letter, index);
    return make(AlterTableType.REPLICA_IDENTITY, Part.of(identity));
  }
}
