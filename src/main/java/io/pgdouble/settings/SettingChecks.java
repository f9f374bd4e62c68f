package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Map;

/** Which setting has which check of its own. A table. */
final class SettingChecks {
  private static final SettingCheck NONE = SettingCheck.Request::value;

  private static final Map<String, SettingCheck> BY_NAME =
      Map.ofEntries(
          Map.entry("application_name", TextChecks::cleanAscii),
          Map.entry("backtrace_functions", TextChecks::functionNames),
          Map.entry("client_encoding", EncodingNames::check),
          Map.entry("client_connection_check_interval", SettingChecks::off),
          Map.entry("compute_query_id", SettingChecks::queryId),
          Map.entry("createrole_self_grant", WordListChecks::createRoleSelfGrant),
          Map.entry("DateStyle", DateStyleSetting::check),
          Map.entry("default_table_access_method", ObjectChecks::tableAccessMethod),
          Map.entry("default_tablespace", ObjectChecks::tablespace),
          Map.entry("default_text_search_config", ObjectChecks::textSearchConfiguration),
          Map.entry("default_with_oids", SettingChecks::withoutOids),
          Map.entry("lc_messages", TextChecks::messagesLocale),
          Map.entry("lc_monetary", TextChecks::locale),
          Map.entry("lc_numeric", TextChecks::locale),
          Map.entry("lc_time", TextChecks::locale),
          Map.entry("log_executor_stats", SettingChecks::stageStatistics),
          Map.entry("log_parser_stats", SettingChecks::stageStatistics),
          Map.entry("log_planner_stats", SettingChecks::stageStatistics),
          Map.entry("log_statement_stats", SettingChecks::statementStatistics),
          Map.entry("log_timezone", TimeZoneNames::checkName),
          Map.entry("max_stack_depth", SettingChecks::stackDepth),
          Map.entry("restrict_nonsystem_relation_kind", WordListChecks::relationKinds),
          Map.entry("role", RoleChecks::role),
          Map.entry("search_path", WordListChecks::anyList),
          Map.entry("session_authorization", RoleChecks::sessionAuthorization),
          Map.entry("temp_tablespaces", ObjectChecks::tablespaces),
          Map.entry("TimeZone", TimeZoneNames::check),
          Map.entry("timezone_abbreviations", TextChecks::timeZoneAbbreviations),
          Map.entry("transaction_deferrable", TransactionChecks::deferrable),
          Map.entry("transaction_isolation", TransactionChecks::isolation),
          Map.entry("transaction_read_only", TransactionChecks::readOnly),
          Map.entry("transaction_timeout", SettingChecks::off),
          Map.entry("vacuum_buffer_usage_limit", SettingChecks::bufferUsageLimit),
          Map.entry("wal_consistency_checking", WordListChecks::resourceManagers));

  /** {@code postgres.c: get_stack_depth_rlimit} of the usual 8 MB, less a margin; kB. */
  private static final int MAX_STACK_DEPTH = 7680;

  private SettingChecks() {}

  static SettingCheck of(Setting setting) {
    return BY_NAME.getOrDefault(setting.name(), NONE);
  }

  /** Without an extension that asks for them, {@code auto} computes none. */
  private static Object queryId(SettingCheck.Request request) {
    if (request.text().equals("on") || request.text().equals("regress")) {
      throw ErrorReport.notSimulated("compute_query_id = " + request.text()).toException();
    }
    return request.value();
  }

  /** What would happen in that time does not. */
  private static Object off(SettingCheck.Request request) {
    if ((Integer) request.value() != 0) {
      throw ErrorReport.notSimulated(request.setting().name() + " other than 0").toException();
    }
    return request.value();
  }

  private static Object withoutOids(SettingCheck.Request request) {
    if ((Boolean) request.value()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED, "tables declared WITH OIDS are not supported")
          .toException();
    }
    return request.value();
  }

  private static Object stageStatistics(SettingCheck.Request request) {
    if ((Boolean) request.value() && request.session().bool("log_statement_stats")) {
      throw request.refused("Cannot enable parameter when \"log_statement_stats\" is true.");
    }
    return request.value();
  }

  private static Object statementStatistics(SettingCheck.Request request) {
    SessionSettings session = request.session();
    boolean stages =
        session.bool("log_parser_stats")
            || session.bool("log_planner_stats")
            || session.bool("log_executor_stats");
    if ((Boolean) request.value() && stages) {
      throw request.refused(
          "Cannot enable \"log_statement_stats\" when \"log_parser_stats\","
              + " \"log_planner_stats\", or \"log_executor_stats\" is true.");
    }
    return request.value();
  }

  private static Object stackDepth(SettingCheck.Request request) {
    if ((Integer) request.value() > MAX_STACK_DEPTH) {
      throw SettingErrors.refused(
              request.setting(),
              request.value(),
              "\"max_stack_depth\" must not exceed " + MAX_STACK_DEPTH + "kB.")
          .withHint(
              "Increase the platform's stack depth limit via \"ulimit -s\" or local equivalent.")
          .toException();
    }
    return request.value();
  }

  private static Object bufferUsageLimit(SettingCheck.Request request) {
    int kilobytes = (Integer) request.value();
    if (kilobytes != 0 && (kilobytes < 128 || kilobytes > 16777216)) {
      throw request.refused(
          "\"vacuum_buffer_usage_limit\" must be 0 or between 128 kB and 16777216 kB");
    }
    return request.value();
  }
}
