package io.pgdouble.engine.function;

import io.pgdouble.engine.function.SessionFacts.ImplicitSchemas;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.Collections;

/**
 * What functions tell of the session, the server and the catalog, and how they reach other
 * sessions. Manual: {@code functions-info}, {@code functions-admin}. A table.
 */
final class SystemFunctions {
  private SystemFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pgsql_version" -> (c, a) -> c.execution().session().versionText();
      case "current_database" -> (c, a) -> c.execution().session().database();
      case "current_user" -> (c, a) -> c.execution().session().currentUser();
      case "session_user" -> (c, a) -> c.execution().session().sessionUser();
      case "system_user" -> (c, a) -> c.execution().session().systemUser().orElse(null);
      case "current_schema" -> (c, a) -> SessionInformation.currentSchema(c);
      case "current_schemas" ->
          (c, a) ->
              SessionInformation.currentSchemas(
                  c, (Boolean) a[0] ? ImplicitSchemas.INCLUDED : ImplicitSchemas.EXCLUDED);
      case "current_query" -> (c, a) -> c.execution().session().currentQuery();
      case "pg_backend_pid" -> (c, a) -> c.execution().session().backendPid();
      case "inet_client_port" -> (c, a) -> c.execution().session().clientPort().orElse(null);
      case "inet_server_port" -> (c, a) -> c.execution().session().serverPort().orElse(null);
      case "pg_postmaster_start_time" -> (c, a) -> c.execution().session().postmasterStartTime();
      case "pg_conf_load_time" -> (c, a) -> c.execution().session().configurationLoadTime();
      // No table is partitioned here, and none a partition; what would make slots, origins and
      // subscriptions is refused.
      case "pg_partition_ancestors",
          "pg_partition_tree",
          "pg_get_replication_slots",
          "pg_show_replication_origin_status",
          "pg_stat_get_subscription" ->
          (c, a) -> Collections.emptyIterator();
      case "pg_relation_is_publishable" ->
          (c, a) -> SessionInformation.isPublishable(c, (Long) a[0]);
      case "pg_trigger_depth" -> (c, a) -> c.execution().routines().triggerDepth();
      case "pg_my_temp_schema" -> (c, a) -> SessionInformation.temporarySchema(c);
      case "pg_is_other_temp_schema" ->
          (c, a) -> SessionInformation.isOtherTemporarySchema(c, (Long) a[0]);
      case "nameconcatoid" -> (c, a) -> SessionInformation.withOid((String) a[0], (Long) a[1]);
      case "getdatabaseencoding" -> (c, a) -> "UTF8";
      case "pg_client_encoding" -> (c, a) -> SessionInformation.clientEncoding(c);
      case "pg_typeof" -> (c, a) -> Integer.toUnsignedLong(c.argumentType(0));
      case "format_type" -> (c, a) -> SessionInformation.formatType(c, a);
      case "pg_get_userbyid" -> (c, a) -> SessionInformation.userById(c, (Long) a[0]);
      case "to_regclass" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGCLASS, a[0]);
      case "to_regtype" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGTYPE, a[0]);
      case "to_regproc" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGPROC, a[0]);
      case "to_regprocedure" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGPROCEDURE, a[0]);
      case "to_regoper" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGOPER, a[0]);
      case "to_regoperator" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGOPERATOR, a[0]);
      case "to_regnamespace" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGNAMESPACE, a[0]);
      case "to_regrole" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGROLE, a[0]);
      case "to_regcollation" -> (c, a) -> ObjectLookup.find(c, TypeOid.REGCOLLATION, a[0]);
      case "acldefault_sql" -> (c, a) -> AccessPrivileges.defaults(c, (String) a[0], (Long) a[1]);
      case "aclexplode" -> new HeavyBuiltin((c, a) -> AccessPrivileges.each((ArrayValue) a[0]));
      case "aclitem_eq" -> (c, a) -> a[0].equals(a[1]);
      case "text_regclass" -> (c, a) -> ObjectLookup.require(c, TypeOid.REGCLASS, a[0]);
      case "pg_table_is_visible" -> (c, a) -> ObjectLookup.isVisible(c, TypeOid.REGCLASS, a[0]);
      case "pg_type_is_visible" -> (c, a) -> ObjectLookup.isVisible(c, TypeOid.REGTYPE, a[0]);
      case "pg_function_is_visible" ->
          (c, a) -> ObjectLookup.isVisible(c, TypeOid.REGPROCEDURE, a[0]);
      case "pg_operator_is_visible" ->
          (c, a) -> ObjectLookup.isVisible(c, TypeOid.REGOPERATOR, a[0]);
      case "pg_collation_is_visible" ->
          (c, a) -> ObjectLookup.isVisible(c, TypeOid.REGCOLLATION, a[0]);
      case "show_config_by_name" -> (c, a) -> Configuration.show(c, (String) a[0]);
      case "show_config_by_name_missing_ok" -> (c, a) -> Configuration.show(c, (String) a[0], a[1]);
      case "set_config_by_name" -> Configuration::set;
      case "pg_settings_get_flags" -> (c, a) -> Configuration.flags(c, (String) a[0]);
      case "pg_input_is_valid" ->
          heavy((c, a) -> InputChecks.isValid(c, (String) a[0], (String) a[1]));
      case "pg_input_error_info" ->
          heavy((c, a) -> InputChecks.errorInfo(c, (String) a[0], (String) a[1]));
      case "pg_collation_for" -> (c, a) -> SessionInformation.collation(c);
      case "pg_column_size" -> (c, a) -> SessionInformation.size(c);
      case "pg_num_nulls" -> (c, a) -> NullCounting.nulls(c, a);
      case "pg_num_nonnulls" -> (c, a) -> NullCounting.nonNulls(c, a);
      case "pg_cancel_backend" -> heavy((c, a) -> Processes.cancel(c, (Integer) a[0]));
      case "pg_terminate_backend" ->
          heavy((c, a) -> Processes.terminate(c, (Integer) a[0], (Long) a[1]));
      case "pg_current_logfile" -> heavy((c, a) -> LogFileFunctions.current(c, null));
      case "pg_current_logfile_1arg" -> heavy((c, a) -> LogFileFunctions.current(c, (String) a[0]));
      case "pg_rotate_logfile" -> heavy((c, a) -> LogFileFunctions.rotateByOldName(c));
      case "pg_rotate_logfile_v2" -> heavy((c, a) -> LogFileFunctions.rotate(c));
      case "pg_reload_conf" -> heavy((c, a) -> c.execution().signalling().reload());
      case "pg_sleep" -> heavy((c, a) -> Processes.sleep(c, (Double) a[0]));
      case "has_database_privilege_name_name",
          "has_database_privilege_name_id",
          "has_database_privilege_id_name",
          "has_database_privilege_id_id",
          "has_database_privilege_name",
          "has_database_privilege_id" ->
          Privileges::database;
      case "has_schema_privilege_name_name",
          "has_schema_privilege_name_id",
          "has_schema_privilege_id_name",
          "has_schema_privilege_id_id",
          "has_schema_privilege_name",
          "has_schema_privilege_id" ->
          Privileges::schema;
      case "has_table_privilege_name_name",
          "has_table_privilege_name_id",
          "has_table_privilege_id_name",
          "has_table_privilege_id_id",
          "has_table_privilege_name",
          "has_table_privilege_id" ->
          Privileges::table;
      case "pg_has_role_name_name",
          "pg_has_role_name_id",
          "pg_has_role_id_name",
          "pg_has_role_id_id",
          "pg_has_role_name",
          "pg_has_role_id" ->
          Privileges::role;
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }
}
