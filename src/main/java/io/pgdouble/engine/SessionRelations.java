package io.pgdouble.engine;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.prepared.Origin;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.UncheckedText;
import io.pgdouble.settings.SettingRow;
import io.pgdouble.settings.StoredSettings;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Inet;
import io.pgdouble.type.Numeric;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system views whose rows are the session's own memory, or what the server is doing. A value
 * that pgdouble has none for is NULL.
 */
final class SessionRelations {
  /** For plans that sessions share: the rows of whichever session runs them. */
  record OfTheRunningSession(Catalog catalog) implements RelationSource {
    @Override
    public Optional<Iterator<Object[]>> rows(RelationEntry relation, ExecutionContext context) {
      return context instanceof SessionContext running
          ? running.relations().rows(relation)
          : Optional.empty();
    }
  }

  private static final int REGTYPE = 2206;
  private static final int TEXT = 25;

  private final EngineSession session;

  SessionRelations(EngineSession session) {
    this.session = session;
  }

  Optional<Iterator<Object[]>> rows(RelationEntry relation) {
    return switch (relation.name()) {
      case "pg_prepared_statements" -> Optional.of(inOrder(relation, preparedStatements()));
      case "pg_cursors" -> Optional.of(inOrder(relation, cursors()));
      case "pg_settings" -> Optional.of(inOrder(relation, settings()));
      case "pg_db_role_setting" -> Optional.of(inOrder(relation, stored()));
      case "pg_stat_activity" -> Optional.of(inOrder(relation, activity()));
      case "pg_stat_replication" -> Optional.of(senders());
      case "pg_stat_ssl" -> Optional.of(inOrder(relation, encryption()));
      case "pg_stat_wal_receiver" -> Optional.of(receiver());
      default -> configuration(relation);
    };
  }

  /** Standbys of this process are told what is committed without such a process. */
  private Iterator<Object[]> senders() {
    if (session.engine().hasStandbys()) {
      throw ErrorReport.notSimulated("pg_stat_replication of a server with standbys").toException();
    }
    return Collections.emptyIterator();
  }

  private Iterator<Object[]> receiver() {
    if (session.host().server().recovery().isFollowing()) {
      throw ErrorReport.notSimulated("pg_stat_wal_receiver of a standby that follows a primary")
          .toException();
    }
    return Collections.emptyIterator();
  }

  private Optional<Iterator<Object[]>> configuration(RelationEntry relation) {
    if (!ConfigurationRelations.NAMES.contains(relation.name())) {
      return Optional.empty();
    }
    return ConfigurationRelations.rows(relation.name(), session.configuration())
        .map(rows -> inOrder(relation, rows));
  }

  private static Iterator<Object[]> inOrder(
      RelationEntry relation, Stream<Map<String, Object>> rows) {
    List<AttributeEntry> attributes = relation.attributes();
    return rows.map(row -> attributes.stream().map(one -> row.get(one.name())).toArray())
        .iterator();
  }

  private Stream<Map<String, Object>> preparedStatements() {
    return session.prepared().all().entrySet().stream()
        .map(entry -> prepared(entry.getKey(), entry.getValue()));
  }

  private static Map<String, Object> prepared(String name, PreparedStatement statement) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", name);
    row.put("statement", statement.query());
    row.put("prepare_time", statement.prepareTime());
    row.put("parameter_types", types(Arrays.stream(statement.parameterTypes())));
    row.put(
        "result_types",
        statement
            .columns()
            .map(columns -> types(columns.stream().mapToInt(column -> column.declared())))
            .orElse(null));
    row.put("from_sql", statement.origin() == Origin.SQL);
    row.put(
        "generic_plans", statement.plannable().map(one -> one.plans().genericPlans()).orElse(0L));
    row.put("custom_plans", statement.plannable().map(one -> one.plans().customPlans()).orElse(0L));
    return row;
  }

  private static ArrayValue types(java.util.stream.IntStream oids) {
    return ArrayValue.of(REGTYPE, oids.mapToObj(Integer::toUnsignedLong).toArray());
  }

  private Stream<Map<String, Object>> cursors() {
    return session.portals().all().stream()
        .filter(portal -> portal.settings().visible())
        .map(SessionRelations::cursor);
  }

  private static Map<String, Object> cursor(Portal portal) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", portal.name());
    row.put("statement", portal.definition().sourceText());
    row.put("is_holdable", portal.isHoldable());
    row.put("is_binary", portal.isBinary());
    row.put("is_scrollable", portal.isScrollable());
    row.put("creation_time", portal.settings().creationTime());
    return row;
  }

  private Stream<Map<String, Object>> stored() {
    return new StoredSettings(session.changes().facts().table(StoredSettings.TABLE))
        .rows().entrySet().stream()
            .map(
                row ->
                    Map.of(
                        "setdatabase", row.getKey().database(),
                        "setrole", row.getKey().role(),
                        "setconfig", ArrayValue.of(TEXT, row.getValue().toArray())));
  }

  private Stream<Map<String, Object>> settings() {
    return session.settings().rows().stream().map(SessionRelations::setting);
  }

  private static Map<String, Object> setting(SettingRow setting) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", setting.name());
    String held = setting.setting() + setting.resetValue().orElse("");
    if (UncheckedText.firstStray(held) >= 0) {
      throw ErrorReport.notSimulated("settings that are not UTF-8, in queries").toException();
    }
    row.put("setting", setting.setting());
    row.put("unit", setting.unit().orElse(null));
    row.put("category", setting.category().orElse(null));
    row.put("short_desc", setting.shortDescription().orElse(null));
    row.put("extra_desc", setting.extraDescription().orElse(null));
    row.put("context", setting.context());
    row.put("vartype", setting.kind());
    row.put("source", setting.source());
    row.put("min_val", setting.minimum().orElse(null));
    row.put("max_val", setting.maximum().orElse(null));
    row.put(
        "enumvals",
        setting.enumValues().map(all -> ArrayValue.of(TEXT, all.toArray())).orElse(null));
    row.put("boot_val", setting.bootValue().orElse(null));
    row.put("reset_val", setting.resetValue().orElse(null));
    row.put("sourcefile", setting.sourceFile().orElse(null));
    row.put("sourceline", setting.sourceLine().orElse(null));
    row.put("pending_restart", setting.pendingRestart());
    return row;
  }

  private Stream<Map<String, Object>> activity() {
    return session.host().server().activity().stream().map(this::backend);
  }

  /** {@code pgstatfuncs.c: pg_stat_get_activity}: who serves a frontend, encrypted or not. */
  private Stream<Map<String, Object>> encryption() {
    return session.host().server().activity().stream()
        .filter(backend -> backend.session().isPresent() && mayWatch(backend.user()))
        .map(SessionRelations::encryption);
  }

  private static Map<String, Object> encryption(BackendActivity backend) {
    Map<String, Object> row = new HashMap<>();
    row.put("pid", backend.pid());
    row.put("ssl", backend.tls().isPresent());
    backend
        .tls()
        .ifPresent(
            tls -> {
              row.put("version", tls.version());
              row.put("cipher", tls.cipher());
              row.put("bits", tls.bits());
            });
    backend.tls().flatMap(TlsActivity::certificate).ifPresent(shown -> certificate(row, shown));
    return row;
  }

  private static void certificate(Map<String, Object> row, TlsActivity.Certificate shown) {
    row.put("client_dn", shown.subject());
    row.put("client_serial", Numeric.parse(shown.serial()));
    row.put("issuer_dn", shown.issuer());
  }

  private Map<String, Object> backend(BackendActivity backend) {
    Map<String, Object> row = new HashMap<>();
    row.put("pid", backend.pid());
    if (!backend.database().isEmpty()) {
      row.put("datname", backend.database());
      SessionBirth.database(session.engine(), backend.database())
          .ifPresent(database -> row.put("datid", database.oid("oid")));
    }
    session
        .engine()
        .roles()
        .find(backend.user())
        .ifPresent(
            role -> {
              row.put("usesysid", role.oid());
              row.put("usename", role.name());
            });
    backend.session().ifPresent(running -> row.put("application_name", running.applicationName()));
    if (mayWatch(backend.user())) {
      row.put("backend_type", backend.backendType());
      row.put("backend_start", backend.backendStart());
      backend
          .clientAddress()
          .ifPresent(address -> row.put("client_addr", Inet.ofHost(address.host())));
      backend.session().ifPresent(one -> work(row, backend, one));
      backend.rest().ifPresent(event -> row.putAll(rest(event)));
    } else {
      row.put("query", "<insufficient privilege>");
    }
    return row;
  }

  private static Map<String, Object> rest(String event) {
    return Map.of("wait_event_type", "Activity", "wait_event", event);
  }

  private static void work(
      Map<String, Object> row, BackendActivity backend, SessionActivity session) {
    ActivityState state = session.state();
    row.put("state", state.word());
    row.put("client_port", backend.clientAddress().map(NetworkAddress::port).orElse(-1));
    row.put("query", session.query());
    row.put("query_start", time(session.queryStart()));
    row.put("xact_start", time(session.transactionStart()));
    row.put("state_change", time(session.stateChange()));
    session.transaction().ifPresent(own -> numbers(row, own));
    Optional<WaitEvent> waiting =
        state == ActivityState.ACTIVE ? session.waiting() : Optional.of(WaitEvent.CLIENT_READ);
    row.put("wait_event_type", waiting.map(WaitEvent::type).orElse(null));
    row.put("wait_event", waiting.map(WaitEvent::event).orElse(null));
  }

  private static void numbers(Map<String, Object> row, SessionTransaction own) {
    long xid = own.topXid();
    row.put("backend_xid", xid == Long.MAX_VALUE ? null : (Object) xid);
    row.put("backend_xmin", own.xmin() == 0 ? null : (Object) own.xmin());
  }

  private static Object time(long micros) {
    return micros == 0 ? null : (Object) micros;
  }

  /** {@code pgstatfuncs.c: HAS_PGSTAT_PERMISSIONS}. */
  private boolean mayWatch(String user) {
    long current = session.settings().identity().currentUser().oid();
    return session.hasPrivilegesOf("pg_read_all_stats")
        || session
            .engine()
            .roles()
            .find(user)
            .filter(role -> session.membership().hasPrivilegesOf(current, role.oid()))
            .isPresent();
  }
}
