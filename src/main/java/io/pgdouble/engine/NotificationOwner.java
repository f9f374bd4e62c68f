package io.pgdouble.engine;

import io.pgdouble.engine.notification.SessionNotifications;

/** The session that listens and notifies, as its notifications know it. */
record NotificationOwner(EngineSession session) implements SessionNotifications.Owner {
  /** {@code async.c: QUEUE_MAX_PAGE}, until 17 made a setting of it. */
  private static final long QUEUE_PAGES = 1_048_576;

  private static final String SETTING = "max_notify_queue_pages";

  @Override
  public int pid() {
    return session.host().pid();
  }

  @Override
  public long database() {
    return session.databaseOid();
  }

  @Override
  public long queuePages() {
    return session.settings().find(SETTING).isPresent()
        ? session.settings().integer(SETTING)
        : QUEUE_PAGES;
  }

  @Override
  public void transactionStarts() {
    session.host().transaction().started();
  }

  @Override
  public void transactionEnds() {
    session.host().transaction().ended();
  }

  @Override
  public void signal() {
    session.host().notifyInterrupt();
  }
}
