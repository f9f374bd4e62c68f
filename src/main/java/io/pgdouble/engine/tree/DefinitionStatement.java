package io.pgdouble.engine.tree;

/**
 * A statement that defines, alters or drops objects or tends to storage: what most frontends send
 * once.
 */
public sealed interface DefinitionStatement extends Statement
    permits AlterCollationStmt,
        AlterDatabaseRefreshCollStmt,
        AlterDatabaseSetStmt,
        AlterDatabaseStmt,
        AlterDefaultPrivilegesStmt,
        AlterDomainStmt,
        AlterEnumStmt,
        AlterEventTrigStmt,
        AlterExtensionContentsStmt,
        AlterExtensionStmt,
        AlterFdwStmt,
        AlterForeignServerStmt,
        AlterFunctionStmt,
        AlterObjectDependsStmt,
        AlterObjectSchemaStmt,
        AlterOpFamilyStmt,
        AlterOperatorStmt,
        AlterOwnerStmt,
        AlterPolicyStmt,
        AlterPublicationStmt,
        AlterRoleSetStmt,
        AlterRoleStmt,
        AlterSeqStmt,
        AlterStatsStmt,
        AlterSubscriptionStmt,
        AlterSystemStmt,
        AlterTSConfigurationStmt,
        AlterTSDictionaryStmt,
        AlterTableMoveAllStmt,
        AlterTableSpaceOptionsStmt,
        AlterTableStmt,
        AlterTypeStmt,
        AlterUserMappingStmt,
        ClusterStmt,
        CommentStmt,
        CompositeTypeStmt,
        CreateAmStmt,
        CreateCastStmt,
        CreateConversionStmt,
        CreateDbStmt,
        CreateDomainStmt,
        CreateEnumStmt,
        CreateEventTrigStmt,
        CreateExtensionStmt,
        CreateFdwStmt,
        CreateForeignServerStmt,
        CreateForeignTableStmt,
        CreateFunctionStmt,
        CreateOpClassStmt,
        CreateOpFamilyStmt,
        CreatePLangStmt,
        CreatePolicyStmt,
        CreatePublicationStmt,
        CreateRangeStmt,
        CreateRoleStmt,
        CreateSchemaStmt,
        CreateSeqStmt,
        CreateStatsStmt,
        CreateStmt,
        CreateSubscriptionStmt,
        CreateTableSpaceStmt,
        CreateTransformStmt,
        CreateTrigStmt,
        CreateUserMappingStmt,
        DefineStmt,
        DropDbStmt,
        DropOwnedStmt,
        DropRoleStmt,
        DropStmt,
        DropSubscriptionStmt,
        DropTableSpaceStmt,
        DropUserMappingStmt,
        GrantRoleStmt,
        GrantStmt,
        ImportForeignSchemaStmt,
        IndexStmt,
        ReassignOwnedStmt,
        RefreshMatViewStmt,
        ReindexStmt,
        RenameStmt,
        ReturnStmt,
        RuleStmt,
        SecLabelStmt,
        ViewStmt {

  @Override
  default <R> R accept(Statement.Handler<R> handler) {
    return handler.definition(this);
  }

  /** Calls the method of the handler that belongs to this node. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default. */
  interface Handler<R> {
    R alterCollationStmt(AlterCollationStmt node);

    R alterDatabaseRefreshCollStmt(AlterDatabaseRefreshCollStmt node);

    R alterDatabaseSetStmt(AlterDatabaseSetStmt node);

    R alterDatabaseStmt(AlterDatabaseStmt node);

    R alterDefaultPrivilegesStmt(AlterDefaultPrivilegesStmt node);

    R alterDomainStmt(AlterDomainStmt node);

    R alterEnumStmt(AlterEnumStmt node);

    R alterEventTrigStmt(AlterEventTrigStmt node);

    R alterExtensionContentsStmt(AlterExtensionContentsStmt node);

    R alterExtensionStmt(AlterExtensionStmt node);

    R alterFdwStmt(AlterFdwStmt node);

    R alterForeignServerStmt(AlterForeignServerStmt node);

    R alterFunctionStmt(AlterFunctionStmt node);

    R alterObjectDependsStmt(AlterObjectDependsStmt node);

    R alterObjectSchemaStmt(AlterObjectSchemaStmt node);

    R alterOpFamilyStmt(AlterOpFamilyStmt node);

    R alterOperatorStmt(AlterOperatorStmt node);

    R alterOwnerStmt(AlterOwnerStmt node);

    R alterPolicyStmt(AlterPolicyStmt node);

    R alterPublicationStmt(AlterPublicationStmt node);

    R alterRoleSetStmt(AlterRoleSetStmt node);

    R alterRoleStmt(AlterRoleStmt node);

    R alterSeqStmt(AlterSeqStmt node);

    R alterStatsStmt(AlterStatsStmt node);

    R alterSubscriptionStmt(AlterSubscriptionStmt node);

    R alterSystemStmt(AlterSystemStmt node);

    R alterTSConfigurationStmt(AlterTSConfigurationStmt node);

    R alterTSDictionaryStmt(AlterTSDictionaryStmt node);

    R alterTableMoveAllStmt(AlterTableMoveAllStmt node);

    R alterTableSpaceOptionsStmt(AlterTableSpaceOptionsStmt node);

    R alterTableStmt(AlterTableStmt node);

    R alterTypeStmt(AlterTypeStmt node);

    R alterUserMappingStmt(AlterUserMappingStmt node);

    R clusterStmt(ClusterStmt node);

    R commentStmt(CommentStmt node);

    R compositeTypeStmt(CompositeTypeStmt node);

    R createAmStmt(CreateAmStmt node);

    R createCastStmt(CreateCastStmt node);

    R createConversionStmt(CreateConversionStmt node);

    R createDbStmt(CreateDbStmt node);

    R createDomainStmt(CreateDomainStmt node);

    R createEnumStmt(CreateEnumStmt node);

    R createEventTrigStmt(CreateEventTrigStmt node);

    R createExtensionStmt(CreateExtensionStmt node);

    R createFdwStmt(CreateFdwStmt node);

    R createForeignServerStmt(CreateForeignServerStmt node);

    R createForeignTableStmt(CreateForeignTableStmt node);

    R createFunctionStmt(CreateFunctionStmt node);

    R createOpClassStmt(CreateOpClassStmt node);

    R createOpFamilyStmt(CreateOpFamilyStmt node);

    R createPLangStmt(CreatePLangStmt node);

    R createPolicyStmt(CreatePolicyStmt node);

    R createPublicationStmt(CreatePublicationStmt node);

    R createRangeStmt(CreateRangeStmt node);

    R createRoleStmt(CreateRoleStmt node);

    R createSchemaStmt(CreateSchemaStmt node);

    R createSeqStmt(CreateSeqStmt node);

    R createStatsStmt(CreateStatsStmt node);

    R createStmt(CreateStmt node);

    R createSubscriptionStmt(CreateSubscriptionStmt node);

    R createTableSpaceStmt(CreateTableSpaceStmt node);

    R createTransformStmt(CreateTransformStmt node);

    R createTrigStmt(CreateTrigStmt node);

    R createUserMappingStmt(CreateUserMappingStmt node);

    R defineStmt(DefineStmt node);

    R dropDbStmt(DropDbStmt node);

    R dropOwnedStmt(DropOwnedStmt node);

    R dropRoleStmt(DropRoleStmt node);

    R dropStmt(DropStmt node);

    R dropSubscriptionStmt(DropSubscriptionStmt node);

    R dropTableSpaceStmt(DropTableSpaceStmt node);

    R dropUserMappingStmt(DropUserMappingStmt node);

    R grantRoleStmt(GrantRoleStmt node);

    R grantStmt(GrantStmt node);

    R importForeignSchemaStmt(ImportForeignSchemaStmt node);

    R indexStmt(IndexStmt node);

    R reassignOwnedStmt(ReassignOwnedStmt node);

    R refreshMatViewStmt(RefreshMatViewStmt node);

    R reindexStmt(ReindexStmt node);

    R renameStmt(RenameStmt node);

    R returnStmt(ReturnStmt node);

    R ruleStmt(RuleStmt node);

    R secLabelStmt(SecLabelStmt node);

    R viewStmt(ViewStmt node);
  }
}
