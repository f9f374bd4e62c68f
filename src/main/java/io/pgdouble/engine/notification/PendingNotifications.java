package io.pgdouble.engine.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one level of a transaction, and all that has become part of it, wants to do when it commits.
 * Source: {@code async.c: ActionList, NotificationList}.
 */
final class PendingNotifications {
  /** LISTEN and UNLISTEN; of all channels where none is named. */
  record Action(Kind kind, Optional<String> channel) {}

  /** {@code ListenActionKind}. */
  enum Kind {
    LISTEN,
    UNLISTEN
  }

  private final List<Action> actions = new ArrayList<>(1);

  /** What is said twice is told once. */
  private final Set<Notification> notifications = new LinkedHashSet<>(2);

  void add(Action action) {
    actions.add(action);
  }

  void add(Notification notification) {
    notifications.add(notification);
  }

  /** {@code AtSubCommit_Notify}: a level within becomes part of this one. */
  void add(PendingNotifications inner) {
    actions.addAll(inner.actions);
    notifications.addAll(inner.notifications);
  }

  List<Action> actions() {
    return actions;
  }

  Set<Notification> notifications() {
    return notifications;
  }

  boolean isEmpty() {
    return actions.isEmpty() && notifications.isEmpty();
  }
}
