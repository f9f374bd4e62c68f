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
import java.util.Map;
import java.util.Optional;

/** What definitions are called ({@code utility.c: CreateCommandTag}). A table. */
final class DefinitionTags {
  private static final Map<Class<?>, String> FIXED =
      Map.ofEntries(
          Map.entry(AlterDatabaseSetStmt.class, "ALTER DATABASE"),
          Map.entry(AlterDatabaseStmt.class, "ALTER DATABASE"),
          Map.entry(AlterDefaultPrivilegesStmt.class, "ALTER DEFAULT PRIVILEGES"),
          Map.entry(AlterDomainStmt.class, "ALTER DOMAIN"),
          Map.entry(AlterEnumStmt.class, "ALTER TYPE"),
          Map.entry(AlterRoleSetStmt.class, "ALTER ROLE"),
          Map.entry(AlterRoleStmt.class, "ALTER ROLE"),
          Map.entry(AlterSeqStmt.class, "ALTER SEQUENCE"),
          Map.entry(AlterSystemStmt.class, "ALTER SYSTEM"),
          Map.entry(ReindexStmt.class, "REINDEX"),
          Map.entry(ClusterStmt.class, "CLUSTER"),
          Map.entry(RefreshMatViewStmt.class, "REFRESH MATERIALIZED VIEW"),
          Map.entry(CommentStmt.class, "COMMENT"),
          Map.entry(CompositeTypeStmt.class, "CREATE TYPE"),
          Map.entry(CreateDbStmt.class, "CREATE DATABASE"),
          Map.entry(CreateDomainStmt.class, "CREATE DOMAIN"),
          Map.entry(CreateEnumStmt.class, "CREATE TYPE"),
          Map.entry(CreateExtensionStmt.class, "CREATE EXTENSION"),
          Map.entry(CreateRoleStmt.class, "CREATE ROLE"),
          Map.entry(CreateSchemaStmt.class, "CREATE SCHEMA"),
          Map.entry(CreateSeqStmt.class, "CREATE SEQUENCE"),
          Map.entry(CreateStmt.class, "CREATE TABLE"),
          Map.entry(CreateTrigStmt.class, "CREATE TRIGGER"),
          Map.entry(DropDbStmt.class, "DROP DATABASE"),
          Map.entry(DropOwnedStmt.class, "DROP OWNED"),
          Map.entry(DropRoleStmt.class, "DROP ROLE"),
          Map.entry(IndexStmt.class, "CREATE INDEX"),
          Map.entry(ReassignOwnedStmt.class, "REASSIGN OWNED"),
          Map.entry(ViewStmt.class, "CREATE VIEW"));

  private DefinitionTags() {}

  /** Empty for those that are refused in any case. */
  static Optional<String> of(DefinitionStatement node) {
    String fixed = FIXED.get(node.getClass());
    return fixed != null ? Optional.of(fixed) : varying(node);
  }

  private static Optional<String> varying(DefinitionStatement node) {
    if (node instanceof GrantRoleStmt grant) {
      return Optional.of(grant.grant() ? "GRANT ROLE" : "REVOKE ROLE");
    }
    if (node instanceof GrantStmt grant) {
      return Optional.of(grant.grant() ? "GRANT" : "REVOKE");
    }
    if (node instanceof CreateFunctionStmt create) {
      return Optional.of(create.isProcedure() ? "CREATE PROCEDURE" : "CREATE FUNCTION");
    }
    if (node instanceof DropStmt drop) {
      return Optional.of("DROP " + words(drop.removeType()));
    }
    return altered(node).map(type -> "ALTER " + words(type));
  }

  /** {@code AlterObjectTypeCommandTag}. */
  private static Optional<ObjectType> altered(DefinitionStatement node) {
    if (node instanceof RenameStmt rename) {
      return Optional.of(
          rename.renameType() == ObjectType.COLUMN ? rename.relationType() : rename.renameType());
    }
    if (node instanceof AlterOwnerStmt alter) {
      return Optional.of(alter.objectType());
    }
    if (node instanceof AlterFunctionStmt alter) {
      return Optional.of(alter.objtype());
    }
    if (node instanceof AlterObjectSchemaStmt alter) {
      return Optional.of(alter.objectType());
    }
    return node instanceof AlterTableStmt alter ? Optional.of(alter.objtype()) : Optional.empty();
  }

  /** Those whose names are not their own. */
  private static final Map<ObjectType, String> WORDS =
      Map.ofEntries(
          Map.entry(ObjectType.COLUMN, "TABLE"),
          Map.entry(ObjectType.TABCONSTRAINT, "TABLE"),
          Map.entry(ObjectType.ATTRIBUTE, "TYPE"),
          Map.entry(ObjectType.DOMCONSTRAINT, "DOMAIN"),
          Map.entry(ObjectType.MATVIEW, "MATERIALIZED VIEW"),
          Map.entry(ObjectType.FDW, "FOREIGN DATA WRAPPER"),
          Map.entry(ObjectType.FOREIGN_SERVER, "SERVER"),
          Map.entry(ObjectType.STATISTIC_EXT, "STATISTICS"),
          Map.entry(ObjectType.TSCONFIGURATION, "TEXT SEARCH CONFIGURATION"),
          Map.entry(ObjectType.TSDICTIONARY, "TEXT SEARCH DICTIONARY"),
          Map.entry(ObjectType.TSPARSER, "TEXT SEARCH PARSER"),
          Map.entry(ObjectType.TSTEMPLATE, "TEXT SEARCH TEMPLATE"),
          Map.entry(ObjectType.OPCLASS, "OPERATOR CLASS"),
          Map.entry(ObjectType.OPFAMILY, "OPERATOR FAMILY"));

  private static String words(ObjectType type) {
    return WORDS.getOrDefault(type, type.name().replace('_', ' '));
  }
}
