package io.pgdouble.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one session: what it changed, laid over what every session of the server begins
 * with. Follows transactions and subtransactions as {@code guc.c} does. Not safe for threads; a
 * session has one at a time.
 *
 * <p>Life of it: constructed when the frontend has proved who it is; {@link #setAtStart} and {@link
 * #optionsAtStart} for the startup packet, then {@link #startupReports}; then {@link
 * #startTransaction} to {@link #endTransaction} around everything that may set, and {@link
 * #changedReports} before each ReadyForQuery.
 */
public final class SessionSettings {
  private static final String IN_HOT_STANDBY = "in_hot_standby";

  private ServerSettings server;
  private final SettingsHost host;
  private final SessionIdentity identity;
  private final SettingReports reports;
  final NestLevels levels = new NestLevels(this::assign, this::nextGeneration);
  private final Map<Setting, Variable> variables = new LinkedHashMap<>(4);

  /** Placeholders by their names in small letters. */
  private final Map<String, Setting> placeholders = new HashMap<>(0);

  private final TransactionCharacteristics characteristics = new TransactionCharacteristics(this);

  /** The frontend was told that the server is a hot standby, and nothing else since. */
  private boolean inHotStandby;

  private long generation;

  /** A session of a user that has just been authenticated. */
  public SessionSettings(ServerSettings server, SettingsHost host, SettingsHost.Role user) {
    this.server = server;
    this.reports = new SettingReports(server.catalog().facts());
    this.host = host;
    this.identity = new SessionIdentity(user);
    override("session_authorization", user.name());
    override("is_superuser", user.superuser() ? "on" : "off");
    if (host.inRecovery()) {
      inHotStandby = true;
      override(IN_HOT_STANDBY, "on");
    }
  }

  public ServerSettings server() {
    return server;
  }

  /** Who the session is now. */
  public SessionIdentity identity() {
    return identity;
  }

  SettingsHost host() {
    return host;
  }

  /** Roles and databases are looked up before: what must precede any query is too late. */
  boolean starting() {
    return !reports.enabled();
  }

  boolean inTransaction() {
    return reports.enabled() && host.inTransaction();
  }

  /** Grows with every change of any value, so that what was derived from values can be kept. */
  public long generation() {
    return generation;
  }

  /**
   * A setting of this session.
   *
   * @throws io.pgdouble.error.ReportedError 42704 if there is none
   */
  public Setting setting(String name) {
    return findSetting(name).orElseThrow(() -> SettingCatalog.unrecognized(name).toException());
  }

  Optional<Setting> findSetting(String name) {
    Setting placeholder = placeholders.isEmpty() ? null : placeholders.get(AsciiText.lower(name));
    return placeholder != null ? Optional.of(placeholder) : server.find(name);
  }

  /** The value: Boolean, Integer, Double or String by the setting's kind. */
  public Object value(Setting setting) {
    Variable variable = variables.get(setting);
    return variable != null ? variable.value : server.value(setting);
  }

  /** The value of a boolean setting that must be there. */
  public boolean bool(String name) {
    return (Boolean) value(setting(name));
  }

  /** The value of an integer setting that must be there, in its own unit. */
  public int integer(String name) {
    return (Integer) value(setting(name));
  }

  /** The value of a real setting that must be there, in its own unit. */
  public double real(String name) {
    return (Double) value(setting(name));
  }

  /** The value of a string or enum setting that must be there. */
  public String text(String name) {
    return (String) value(setting(name));
  }

  /**
   * A value as SHOW prints it.
   *
   * @throws io.pgdouble.error.ReportedError 42704 if there is no such setting, 42501 if it may not
   *     be looked at
   */
  public String show(String name) {
    return SettingDisplay.visible(this, setting(name));
  }

  /** The same, or nothing where there is no such setting. */
  public Optional<String> find(String name) {
    return findSetting(name).map(setting -> SettingDisplay.visible(this, setting));
  }

  /** What SHOW ALL answers. */
  public List<ShownSetting> showAll() {
    return SettingDisplay.showAll(this);
  }

  /** The rows of {@code pg_settings}. */
  public List<SettingRow> rows() {
    return SettingDisplay.rows(this);
  }

  /** What RESET goes back to, without unit. */
  String resetText(Setting setting) {
    Variable variable = variables.get(setting);
    Object value = variable != null ? variable.resetValue : server.value(setting);
    return ValueText.plain(setting, value);
  }

  SettingSource source(Setting setting) {
    Variable variable = variables.get(setting);
    return variable != null ? variable.source() : server.source(setting);
  }

  // --- changes ---

  /**
   * The values of a SET statement as the one text that {@link #set} takes.
   *
   * @param values the constants' texts; those of an interval as {@code INTERVAL '…'}
   * @throws io.pgdouble.error.ReportedError 22023 for several values where one is allowed
   */
  public String flatten(String name, List<String> values) {
    return IdentifierList.flatten(findSetting(name), name, values, server.catalog().facts());
  }

  /**
   * SET, SET LOCAL, {@code set_config}. The caller has warned of a LOCAL outside transactions.
   *
   * @throws io.pgdouble.error.ReportedError as the server refuses it
   */
  public void set(String name, String value, SettingScope scope) {
    apply(new Change(name, Optional.of(value), who(), SettingSource.SESSION, scope));
  }

  /** RESET, SET … TO DEFAULT. */
  public void reset(String name, SettingScope scope) {
    apply(new Change(name, Optional.empty(), who(), SettingSource.SESSION, scope));
  }

  SettingContext who() {
    return host.isSuperuser(identity.currentUser())
        ? SettingContext.SUPERUSER
        : SettingContext.USER;
  }

  /** RESET ALL: {@code guc.c: ResetAllOptions}. */
  public void resetAll() {
    List<Variable> changed = new ArrayList<>(variables.values());
    changed.sort(Comparator.comparingLong(Variable::changedSince));
    for (Variable variable : changed) {
      SettingContext context = variable.setting.context();
      boolean settable = context == SettingContext.SUPERUSER || context == SettingContext.USER;
      boolean wasSet = variable.source().compareTo(SettingSource.OVERRIDE) > 0;
      if (settable && wasSet && !variable.setting.has(SettingFlag.NO_RESET_ALL)) {
        levels.save(variable, SettingScope.SESSION);
        variable.source(variable.resetSource, ++generation);
        assign(variable, variable.resetValue);
      }
    }
  }

  /** A setting of the startup packet. */
  public void setAtStart(String name, String value) {
    SettingContext who =
        identity.authenticated().superuser()
            ? SettingContext.SUPERUSER_BACKEND
            : SettingContext.BACKEND;
    apply(new Change(name, Optional.of(value), who, SettingSource.CLIENT, SettingScope.SESSION));
  }

  /** The startup packet's {@code options}; they are applied before its other settings. */
  public void optionsAtStart(String options) {
    StartupOptions.parse(options, option -> setAtStart(option.name(), option.value()));
  }

  private void override(String name, String value) {
    apply(
        new Change(
            name,
            Optional.of(value),
            SettingContext.INTERNAL,
            SettingSource.OVERRIDE,
            SettingScope.SESSION));
  }

  void apply(Change change) {
    Setting setting = settingFor(change.name());
    ChangePermission.check(setting, change);
    RoleChecks.checkNotActing(setting, change, identity);
    Object value = value(setting);
    if (change.value().isPresent()) {
      value = CheckedValue.of(this, setting, change);
    }
    boolean weaker = source(setting).compareTo(change.source()) > 0;
    boolean same = change.makesDefault() && value.equals(value(setting)) && !weaker;
    if (same && change.source() == SettingSource.OVERRIDE && !variables.containsKey(setting)) {
      return;
    }
    Variable variable = variable(setting);
    if (change.makesDefault()) {
      variable.resetsTo(value, change.source());
    }
    if (weaker) {
      return;
    }
    if (!change.makesDefault()) {
      levels.save(variable, change.scope());
    }
    boolean resets = change.value().isEmpty();
    variable.source(resets ? variable.resetSource : change.source(), ++generation);
    assign(variable, resets ? variable.resetValue : value);
    if (setting.name().equals("session_authorization") && !change.makesDefault()) {
      apply(change.alsoSetRoleNone());
    }
  }

  private Setting settingFor(String name) {
    return findSetting(name)
        .orElseGet(
            () -> {
              Setting placeholder = PlaceholderNames.create(name);
              placeholders.put(AsciiText.lower(name), placeholder);
              return placeholder;
            });
  }

  private Variable variable(Setting setting) {
    return variables.computeIfAbsent(
        setting,
        absent -> {
          Variable made = new Variable(setting, server.value(setting), server.source(setting));
          if (reports.enabled()) {
            made.lastReported = SettingDisplay.shown(this, setting, made.value);
          }
          return made;
        });
  }

  private long nextGeneration() {
    return ++generation;
  }

  private void assign(Variable variable, Object value) {
    variable.take(value);
    generation++;
    switch (variable.setting.name()) {
      case "session_authorization" -> host.role((String) value).ifPresent(this::becomes);
      case "role" -> takesRole((String) value);
      case "seed" -> host.seed((Double) value);
      default -> {}
    }
    // After what follows from it: the later of two changes is told first.
    reports.changed(variable);
  }

  private void becomes(SettingsHost.Role user) {
    identity.sessionUser(user);
    if (!identity.roleActive()) {
      override("is_superuser", user.superuser() ? "on" : "off");
    }
  }

  private void takesRole(String name) {
    identity.role(name.equals(RoleChecks.NO_ROLE) ? Optional.empty() : host.role(name));
    override("is_superuser", identity.currentUser().superuser() ? "on" : "off");
  }

  /**
   * Takes over what the server's configuration became: {@code guc.c: ProcessConfigFile} in a
   * backend. What the session has from a stronger source, it keeps; and what only the start of a
   * session can set.
   */
  public void reload(ServerSettings next) {
    for (Setting setting : next.changedFrom(server)) {
      Variable variable = variable(setting);
      boolean fixed =
          setting.context() == SettingContext.BACKEND
              || setting.context() == SettingContext.SUPERUSER_BACKEND;
      if (!fixed && variable.reloaded(next.value(setting), next.source(setting), ++generation)) {
        assign(variable, variable.resetValue);
      }
    }
    server = next;
  }

  // --- transactions ---

  /** A transaction begins; its characteristics are the defaults. */
  public void startTransaction() {
    levels.begin();
    if (host.inRecovery() || !variables.isEmpty()) {
      characteristics.begin();
    }
  }

  /** Gives a characteristic of the transaction a value that nothing brings back. */
  void characteristic(Setting setting, Object value) {
    if (!value.equals(value(setting))) {
      variable(setting).value = value;
      generation++;
    }
  }

  /** A subtransaction begins: a savepoint, or a function with settings of its own. */
  public void startSubtransaction() {
    levels.deepen();
    characteristics.deepen();
  }

  /** The innermost subtransaction ends. */
  public void endSubtransaction(TransactionOutcome outcome) {
    levels.end(outcome, levels.depth());
    characteristics.ascend();
  }

  /** The transaction ends, and whatever subtransactions it still has. */
  public void endTransaction(TransactionOutcome outcome) {
    while (characteristics.isDeep()) {
      endSubtransaction(outcome);
    }
    levels.end(outcome, 1);
  }

  // --- reports ---

  /** What a frontend is told when its session begins; from now on changes are told. */
  public List<ParameterReport> startupReports() {
    reports.enable();
    List<ParameterReport> all = new ArrayList<>();
    for (Setting setting : server.catalog().reported()) {
      String value = SettingDisplay.shown(this, setting, value(setting));
      Variable variable = variables.get(setting);
      if (variable != null) {
        variable.lastReported = value;
      }
      all.add(new ParameterReport(setting.name(), value));
    }
    return all;
  }

  /** Whether {@link #changedReports} might have something. */
  public boolean hasChangedReports() {
    if (inHotStandby && !host.inRecovery()) {
      inHotStandby = false;
      override(IN_HOT_STANDBY, "off");
    }
    return !reports.isEmpty();
  }

  /** What the frontend must be told before the next ReadyForQuery. */
  public List<ParameterReport> changedReports() {
    return reports.take(variable -> SettingDisplay.shown(this, variable.setting, variable.value));
  }
}
