package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.AlterDatabaseSetStmt;
import io.pgdouble.engine.tree.AlterDatabaseStmt;
import io.pgdouble.engine.tree.AlterDefaultPrivilegesStmt;
import io.pgdouble.engine.tree.AlterDomainStmt;
import io.pgdouble.engine.tree.AlterEnumStmt;
import io.pgdouble.engine.tree.AlterFunctionStmt;
import io.pgdouble.engine.tree.AlterObjectSchemaStmt;
import io.pgdouble.engine.tree.AlterOwnerStmt;
import io.pgdouble.engine.tree.AlterRoleSetStmt;
import io.pgdouble.engine.tree.AlterRoleStmt;
import io.pgdouble.engine.tree.AlterSeqStmt;
import io.pgdouble.engine.tree.AlterSystemStmt;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.ClusterStmt;
import io.pgdouble.engine.tree.CommentStmt;
import io.pgdouble.engine.tree.CompositeTypeStmt;
import io.pgdouble.engine.tree.CreateDbStmt;
import io.pgdouble.engine.tree.CreateDomainStmt;
import io.pgdouble.engine.tree.CreateEnumStmt;
import io.pgdouble.engine.tree.CreateExtensionStmt;
import io.pgdouble.engine.tree.CreateFunctionStmt;
import io.pgdouble.engine.tree.CreateRoleStmt;
import io.pgdouble.engine.tree.CreateSchemaStmt;
import io.pgdouble.engine.tree.CreateSeqStmt;
import io.pgdouble.engine.tree.CreateStmt;
import io.pgdouble.engine.tree.CreateTrigStmt;
import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.DropDbStmt;
import io.pgdouble.engine.tree.DropOwnedStmt;
import io.pgdouble.engine.tree.DropRoleStmt;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.GrantRoleStmt;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.IndexStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ReassignOwnedStmt;
import io.pgdouble.engine.tree.RefreshMatViewStmt;
import io.pgdouble.engine.tree.ReindexStmt;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.ViewStmt;
import java.util.Optional;

/** Which definition is made by what; empty where it is not simulated. A table. */
record DefinitionChoice(SessionMemory memory, SetCommands sets, SessionSpi spi) {

  Optional<UtilityCommand> choose(DefinitionStatement node) {
    if (node instanceof AlterSystemStmt alter) {
      return Optional.of(in -> new AlterSystemCommand(memory, sets).run(alter, in));
    }
    return maintenance(node)
        .or(() -> roles(node))
        .or(() -> databases(node))
        .or(() -> tables(node))
        .or(() -> types(node))
        .or(() -> routines(node))
        .or(() -> triggers(node));
  }

  private Optional<UtilityCommand> maintenance(DefinitionStatement node) {
    if (node instanceof RefreshMatViewStmt refresh) {
      return Optional.of(new RefreshCommand(memory, refresh)::run);
    }
    if (node instanceof ReindexStmt reindex) {
      return Optional.of(in -> new ReindexCommand(memory).run(reindex, in));
    }
    return node instanceof ClusterStmt cluster
        ? Optional.of(new ClusterCommand(memory, cluster)::run)
        : Optional.empty();
  }

  private Optional<UtilityCommand> routines(DefinitionStatement node) {
    if (node instanceof CreateExtensionStmt create) {
      return Optional.of(in -> new ExtensionCommands(memory).create(create, in));
    }
    if (node instanceof CreateFunctionStmt create) {
      return Optional.of(in -> new CreateFunctionCommand(memory, spi).run(create, in));
    }
    return node instanceof AlterFunctionStmt alter
        ? Optional.of(new AlterFunctionCommand(memory, alter)::run)
        : Optional.empty();
  }

  private Optional<UtilityCommand> triggers(DefinitionStatement node) {
    if (node instanceof CreateTrigStmt create) {
      return Optional.of(in -> new CreateTriggerCommand(memory, create).run(in));
    }
    return node instanceof RenameStmt rename && rename.renameType() == ObjectType.TRIGGER
        ? Optional.of(in -> new RenameTriggerCommand(memory).run(rename, in))
        : Optional.empty();
  }

  private Optional<UtilityCommand> types(DefinitionStatement node) {
    if (node instanceof AlterDomainStmt alter) {
      return Optional.of(in -> new AlterDomainCommand(memory, alter).run(in));
    }
    if (node instanceof CreateDomainStmt create) {
      return Optional.of(in -> new CreateDomainCommand(memory, create).run(in));
    }
    if (node instanceof CreateEnumStmt create) {
      return Optional.of(in -> new EnumCommands(memory).create(create, in));
    }
    if (node instanceof AlterEnumStmt alter) {
      return Optional.of(in -> new EnumCommands(memory).alter(alter, in));
    }
    if (node instanceof CompositeTypeStmt create) {
      return Optional.of(in -> new CreateCompositeCommand(memory).run(create, in));
    }
    return Optional.empty();
  }

  private Optional<UtilityCommand> roles(DefinitionStatement node) {
    if (node instanceof CreateRoleStmt create) {
      return Optional.of(in -> new CreateRoleCommand(memory).run(create, in));
    }
    if (node instanceof AlterRoleStmt alter) {
      return Optional.of(in -> new AlterRoleCommand(memory).run(alter, in));
    }
    if (node instanceof AlterRoleSetStmt alter) {
      return Optional.of(in -> new StoredSettingCommands(memory, sets).alterRole(alter, in));
    }
    if (node instanceof RenameStmt rename && rename.renameType() == ObjectType.ROLE) {
      return Optional.of(in -> new RenameRoleCommand(memory).run(rename, in));
    }
    if (node instanceof DropRoleStmt drop) {
      return Optional.of(in -> new DropRoleCommand(memory).run(drop, in));
    }
    if (node instanceof GrantRoleStmt grant) {
      return Optional.of(in -> new GrantRoleCommand(memory).run(grant, in));
    }
    if (node instanceof GrantStmt grant) {
      return Optional.of(new GrantCommand(memory, grant)::run);
    }
    return Optional.empty();
  }

  private Optional<UtilityCommand> tables(DefinitionStatement node) {
    if (node instanceof CreateStmt create) {
      return Optional.of(in -> new CreateTableCommand(memory).run(create, in));
    }
    if (node instanceof CreateSeqStmt create) {
      return Optional.of(in -> new CreateSequenceCommand(memory).run(create, in));
    }
    if (node instanceof AlterSeqStmt alter) {
      return Optional.of(in -> new AlterSequenceCommand(memory).run(alter, in));
    }
    if (node instanceof ViewStmt create && CreateViewCommand.knows(create)) {
      return Optional.of(in -> new CreateViewCommand(memory).run(create, in));
    }
    if (node instanceof IndexStmt create) {
      return Optional.of(in -> new CreateIndexCommand(memory).run(create, in));
    }
    if (node instanceof CreateSchemaStmt create) {
      return Optional.of(in -> new CreateSchemaCommand(memory).run(create, in));
    }
    if (node instanceof CommentStmt comment) {
      return Optional.of(in -> new CommentCommand(memory).run(comment, in));
    }
    if (node instanceof RenameStmt rename && RenameCommand.knows(rename)) {
      return Optional.of(in -> new RenameCommand(memory).run(rename, in));
    }
    if (node instanceof AlterObjectSchemaStmt alter && SetSchemaCommand.knows(alter)) {
      return Optional.of(in -> new SetSchemaCommand(memory).run(alter, in));
    }
    if (node instanceof AlterTableStmt alter && AlterTableCommand.knows(alter)) {
      return Optional.of(in -> new AlterTableCommand(memory).run(alter, in));
    }
    if (node instanceof DropStmt drop && DropCommand.knows(drop)) {
      return Optional.of(in -> new DropCommand(memory).run(drop, in));
    }
    return Optional.empty();
  }

  private Optional<UtilityCommand> databases(DefinitionStatement node) {
    if (node instanceof AlterDatabaseSetStmt alter) {
      return Optional.of(in -> new StoredSettingCommands(memory, sets).alterDatabase(alter, in));
    }
    if (node instanceof AlterDatabaseStmt alter && AlterDatabaseCommand.knows(alter)) {
      return Optional.of(in -> new AlterDatabaseCommand(memory).run(alter, in));
    }
    if (node instanceof CreateDbStmt create) {
      return Optional.of(in -> new CreateDatabaseCommand(memory).run(create, in));
    }
    if (node instanceof DropDbStmt drop) {
      return Optional.of(in -> new DropDatabaseCommand(memory).run(drop, in));
    }
    if (node instanceof RenameStmt rename && rename.renameType() == ObjectType.DATABASE) {
      return Optional.of(in -> new RenameDatabaseCommand(memory).run(rename, in));
    }
    if (node instanceof AlterOwnerStmt alter && alter.objectType() == ObjectType.DATABASE) {
      return Optional.of(in -> new OwnDatabaseCommand(memory).run(alter, in));
    }
    if (node instanceof AlterOwnerStmt alter && OwnCommand.knows(alter)) {
      return Optional.of(new OwnCommand(memory, alter)::run);
    }
    if (node instanceof DropOwnedStmt drop) {
      return Optional.of(in -> new OwnedCommands(memory).drop(drop, in));
    }
    if (node instanceof ReassignOwnedStmt reassign) {
      return Optional.of(in -> new OwnedCommands(memory).reassign(reassign, in));
    }
    if (node instanceof AlterDefaultPrivilegesStmt alter) {
      return Optional.of(new DefaultPrivilegesCommand(memory, alter)::run);
    }
    return Optional.empty();
  }
}
