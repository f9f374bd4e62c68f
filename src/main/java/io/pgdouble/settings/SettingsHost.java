package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** What the settings ask of the session they belong to. */
public interface SettingsHost {

  /** A role by its name, exactly as given. */
  Optional<Role> role(String name);

  /** Whether a role may become another by SET ROLE: {@code acl.c: member_can_set_role}. */
  boolean maySetRole(Role member, Role role);

  /** Whether a role may do what another may: {@code acl.c: has_privs_of_role}. */
  boolean hasPrivilegesOf(Role member, Role role);

  /** Whether a role is a superuser now: {@code superuser.c: superuser_arg}. */
  boolean isSuperuser(Role role);

  /** {@code xact.c: IsTransactionState}: a transaction is in progress and has not failed. */
  boolean inTransaction();

  /** Whether that transaction has a savepoint around what is done now. */
  boolean inSubtransaction();

  /** {@code snapmgr.c: FirstSnapshotSet}: the transaction has run a query. */
  boolean snapshotTaken();

  /** {@code xlog.c: RecoveryInProgress}: the server is a hot standby. Cheap. */
  boolean inRecovery();

  /** A notice or warning for the frontend. */
  void notice(ErrorReport notice);

  /** {@code SET seed}: the session's random numbers begin anew. From -1 to 1. */
  void seed(double seed);

  /**
   * What the settings must know of a role.
   *
   * @param superuser whether it was one when it was looked up
   */
  record Role(long oid, String name, Boolean superuser) {}
}
