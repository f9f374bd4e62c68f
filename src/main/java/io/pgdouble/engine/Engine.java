package io.pgdouble.engine;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.command.QueryCache;
import io.pgdouble.engine.notification.NotificationQueue;
import io.pgdouble.engine.sql.BackslashQuote;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.RowCodec;
import io.pgdouble.engine.storage.RowWrite;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.engine.storage.Storage;
import io.pgdouble.engine.storage.WalPosition;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.Wording;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SettingsHost.Role;
import io.pgdouble.settings.StoredSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What all sessions of one server share: the profile's facts, the catalog, the configuration, and
 * what was parsed before. Used by many threads.
 */
public final class Engine {
  private static final String DATABASES = "pg_database";

  private final EngineOptions options;
  private final CurrentSettings settings;
  private final QueryCache queries;
  private final Roles roles;
  private final Wording wording;
  private final SessionCounts sessions = new SessionCounts();
  private final DatabaseDoors doors = new DatabaseDoors();
  private final AtomicLong lastOid;

  /** Who holds rows of the catalogs, and what else only one may have; guarded by this. */
  private final Map<String, Object> held = new HashMap<>();

  /** Who is told of commits; guarded by this. */
  private final List<Follower> followers = new ArrayList<>(0);

  private final Storage storage = new Storage();
  private final PreparedTransactions prepared = new PreparedTransactions();
  private final NotificationQueue notifications = new NotificationQueue();
  private volatile ClusterCatalogs catalogs;

  /**
   * @throws io.pgdouble.error.ReportedError FATAL where a setting makes no sense
   */
  public Engine(EngineOptions options) {
    this(options, new CurrentSettings(options.serverSettings()));
  }

  /**
   * @param settings the server's, which know where it listens
   */
  public Engine(EngineOptions options, CurrentSettings settings) {
    this.options = options;
    this.catalogs = new ClusterCatalogs(options.facts().with(StoredSettings.none()));
    this.wording = Wording.of(options.major());
    this.settings = settings;
    this.lastOid = new AtomicLong(EngineOptions.FIRST_NORMAL_OID + options.roles().size() - 1L);
    this.roles = new Roles(this::facts, options.superuser());
    this.queries =
        new QueryCache(
            new ParserSettings(true, BackslashQuote.SAFE_ENCODING, true, true, options.major()));
  }

  public EngineOptions options() {
    return options;
  }

  Wording wording() {
    return wording;
  }

  /** What all databases share, as it was learned, with what was committed since. */
  public Facts facts() {
    return catalogs.initial().facts();
  }

  /** The catalogs of all databases, as last committed. */
  ClusterCatalogs catalogs() {
    return catalogs;
  }

  /** An OID that no object of this server has. */
  long newOid() {
    return lastOid.incrementAndGet();
  }

  NotificationQueue notifications() {
    return notifications;
  }

  Storage storage() {
    return storage;
  }

  /** The sessions of every role and database. */
  SessionCounts sessions() {
    return sessions;
  }

  /**
   * A transaction is about to change something, and holds it until it ends.
   *
   * @return false if another holds it
   */
  synchronized boolean hold(String what, Object transaction) {
    return held.computeIfAbsent(what, key -> transaction) == transaction;
  }

  /** A transaction ends: what it has changed is there for all, and others may change it. */
  synchronized void commit(
      long database, List<CatalogUpdate> updates, SessionStorage rows, Object transaction) {
    held.values().removeIf(holder -> holder == transaction);
    // Whoever has waited for a table finds what it has become.
    apply(database, updates);
    tell(database, updates, rows.commit());
  }

  /** A prepared transaction commits: what it has changed is there for all. */
  synchronized void commitPrepared(PreparedTransactions.Prepared one) {
    held.values().removeIf(holder -> holder == one.holder());
    apply(one.known().database(), one.updates());
    tell(one.known().database(), one.updates(), one.storage().commit());
  }

  /** What a transaction holds is another's from now on. */
  synchronized void handOver(Object transaction, Object heir) {
    held.replaceAll((what, holder) -> holder == transaction ? heir : holder);
  }

  /** Whether what is not committed would be missed elsewhere, or in the next life. */
  synchronized boolean hasFollowers() {
    return !followers.isEmpty();
  }

  PreparedTransactions prepared() {
    return prepared;
  }

  /** A transaction has failed: others may change what it wanted to. */
  synchronized void release(Object transaction) {
    held.values().removeIf(holder -> holder == transaction);
  }

  private void apply(long database, List<CatalogUpdate> updates) {
    if (!updates.isEmpty()) {
      wal().catalogRows(updates.size());
      catalogs = catalogs.with(database, updates);
    }
  }

  /** How far what is written ahead has come. */
  public WalPosition wal() {
    return storage.log().wal();
  }

  /** How far followers have been told. */
  public synchronized long told() {
    return wal().written();
  }

  private void tell(long database, List<CatalogUpdate> updates, List<RowWrite> rows) {
    if (!updates.isEmpty() || !rows.isEmpty()) {
      CommittedChanges changes = new CommittedChanges(database, updates, rows, lastOid.get());
      followers.forEach(follower -> follower.committed(changes));
    }
  }

  /** What somebody makes of what a server has and does. */
  public interface Follower {
    /** All that it has. */
    void base(Base all);

    /** What it has committed since. */
    void committed(CommittedChanges changes);

    /** Whether it is another server. */
    default boolean isStandby() {
      return false;
    }
  }

  /** Whether other servers are sent what is committed. */
  synchronized boolean hasStandbys() {
    return followers.stream().anyMatch(Follower::isStandby);
  }

  /** All that a server has at one moment, but for what only this one may have. */
  public static final class Base {
    private final ClusterCatalogs catalogs;
    private final List<RowWrite> rows;
    private final long lastOid;

    private Base(Engine server) {
      this.catalogs = server.catalogs;
      this.rows = server.storage.all(Heap.Keeping.PERMANENT);
      this.lastOid = server.lastOid.get();
    }
  }

  /** Has a standby follow this server: it gets all there is, and from now on every commit. */
  public synchronized void lead(Follower follower) {
    follower.base(new Base(this));
    followers.add(follower);
  }

  /** Tells somebody no more. */
  public synchronized void leave(Follower follower) {
    followers.remove(follower);
  }

  /** All that the cluster's databases share, as a text. */
  public String sharedCatalogs() {
    return new KeptCatalogs(catalogs, lastOid.get()).text();
  }

  /**
   * What {@link #sharedCatalogs} told before is there again, with the roles this server was given
   * besides; before its first session.
   */
  public synchronized void readSharedCatalogs(String text) {
    FactTable given = facts().table("pg_roles");
    KeptCatalogs read = new KeptCatalogs(catalogs, lastOid.get()).with(text).withRoles(given);
    catalogs = read.catalogs();
    lastOid.set(read.lastOid());
  }

  /** What tables have, as a server keeps it that is to be there again. */
  public synchronized byte[] rows() {
    return RowCodec.write(storage.all(Heap.Keeping.UNLOGGED));
  }

  /** What {@link #rows} and every commit since told before is there again. */
  public synchronized void readRows(byte[] bytes) {
    RowCodec.read(bytes).forEach(storage::replay);
  }

  /** Has somebody told of every commit. */
  public synchronized void tell(Follower follower) {
    followers.add(follower);
  }

  /**
   * The server has crashed, or ends to be another's copy: what was not told to others is lost.
   * {@code reinit.c: ResetUnloggedRelations}.
   */
  public synchronized void recover() {
    storage.recover();
    catalogs.unlogged().forEach(storage::forget);
  }

  /** Becomes a copy of another, and whoever follows this one with it. */
  public synchronized void become(Base other) {
    catalogs = other.catalogs;
    lastOid.set(other.lastOid);
    storage.clear();
    storage.replay(other.rows);
    Base own = new Base(this);
    followers.forEach(follower -> follower.base(own));
  }

  /** The names of databases that a primary has dropped and that are here still. */
  public List<String> dropped(CommittedChanges changes) {
    Set<String> gone =
        changes.updates().stream()
            .filter(CatalogUpdate.Deleted.class::isInstance)
            .filter(update -> update.table().equals(DATABASES))
            .map(CatalogUpdate::row)
            .collect(Collectors.toSet());
    return facts().table(DATABASES).rows().stream()
        .filter(row -> gone.contains(row.text("oid")))
        .map(row -> row.text("datname"))
        .toList();
  }

  /** Does what a primary has done. */
  public synchronized void replay(CommittedChanges changes) {
    lastOid.set(changes.lastOid());
    apply(changes.database(), changes.updates());
    storage.replay(changes.rows());
    followers.forEach(follower -> follower.committed(changes));
  }

  /** Whether there are two such roles, and one is the other or a member of it. */
  public boolean isMember(String user, String role) {
    Optional<Role> member = roles.find(user);
    Optional<Role> group = roles.find(role);
    return member.isPresent()
        && group.isPresent()
        && new Membership(facts(), "")
            .isMemberWithoutSuperuser(member.get().oid(), group.get().oid());
  }

  /** What is kept of a role's password; empty where there is no such role. */
  public Optional<StoredPassword> passwordOf(String role) {
    return roles.password(role);
  }

  /** Which databases may be entered. */
  DatabaseDoors doors() {
    return doors;
  }

  /** How many sessions a database has. */
  int sessionsOf(long database) {
    return sessions.of(new SessionCounts.Of(DATABASES, database));
  }

  /**
   * One session more in a database, if it is there; nobody drops it at the same moment.
   *
   * @return the database, and how many sessions there are
   */
  synchronized Optional<Entered> enterDatabase(String name) {
    return SessionBirth.database(this, name)
        .map(
            row -> {
              SessionCounts.Of counted = new SessionCounts.Of(DATABASES, row.oid("oid"));
              return new Entered(row, counted, sessions.enter(counted));
            });
  }

  /** A session has entered a database. */
  record Entered(FactRow database, SessionCounts.Of counted, int sessions) {}

  /**
   * Changes the catalogs, unless a database has sessions.
   *
   * @return false where it has
   */
  synchronized boolean changeUnlessUsed(long database, List<CatalogUpdate> updates) {
    if (sessionsOf(database) > 0 || prepared.in(database) > 0) {
      return false;
    }
    apply(database, updates);
    tell(database, updates, List.of());
    return true;
  }

  /** What every session begins with, at present. */
  public ServerSettings settings() {
    return settings.get();
  }

  StoredSettings storedSettings() {
    return new StoredSettings(facts().table(StoredSettings.TABLE));
  }

  QueryCache queries() {
    return queries;
  }

  Roles roles() {
    return roles;
  }
}
