package io.pgdouble.engine.notification;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The channels that one session listens to, and what its transaction has to say about that and to
 * others. Nothing happens before it commits. Source: {@code async.c}, whose functions the methods
 * are named after.
 */
public final class SessionNotifications implements NotificationQueue.Listener {
  /** {@code NAMEDATALEN}. */
  private static final int NAMEDATALEN = 64;

  /** {@code NOTIFY_PAYLOAD_MAX_LENGTH}. */
  private static final int NOTIFY_PAYLOAD_MAX_LENGTH = 8000;

  private final NotificationQueue queue;
  private final Owner owner;
  private final Set<String> channels = new LinkedHashSet<>();

  /** A level for the transaction and each open subtransaction, the innermost first. */
  private final Deque<PendingNotifications> levels = new ArrayDeque<>(2);

  /** What has come and was not told yet: also what is left where one of them could not be. */
  private final Deque<DeliveredNotification> incoming = new ArrayDeque<>(0);

  private boolean registered;

  /** Whether it ever listened: otherwise UNLISTEN says nothing ({@code unlistenExitRegistered}). */
  private boolean hasListened;

  /** {@code notifyInterruptPending}. */
  private volatile boolean pending;

  /** Whose notifications they are. */
  public interface Owner {
    int pid();

    long database();

    /** How many pages the queue may have. */
    long queuePages();

    /** The transaction in which the frontend is told begins, which nothing else happens in. */
    void transactionStarts();

    void transactionEnds();

    /** {@code PROCSIG_NOTIFY_INTERRUPT}. Called by any thread. */
    void signal();
  }

  public SessionNotifications(NotificationQueue queue, Owner owner) {
    this.queue = queue;
    this.owner = owner;
    started();
  }

  @Override
  public long database() {
    return owner.database();
  }

  @Override
  public void signal() {
    pending = true;
    owner.signal();
  }

  /**
   * NOTIFY ({@code Async_Notify}).
   *
   * @throws ReportedError if the channel's name or the payload is too long
   */
  public void notify(String channel, String payload) {
    int length = QueuePosition.bytes(channel);
    if (length == 0) {
      throw invalid("channel name cannot be empty");
    }
    if (length >= NAMEDATALEN) {
      throw invalid("channel name too long");
    }
    if (QueuePosition.bytes(payload) >= NOTIFY_PAYLOAD_MAX_LENGTH) {
      throw invalid("payload string too long");
    }
    levels.element().add(new Notification(channel, payload));
  }

  private static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  /** LISTEN. */
  public void listen(String channel) {
    queue(PendingNotifications.Kind.LISTEN, Optional.of(channel));
  }

  /** UNLISTEN of one channel, or of all. Who cannot be listening has nothing to do. */
  public void unlisten(Optional<String> channel) {
    if (hasListened || levels.stream().anyMatch(level -> !level.actions().isEmpty())) {
      queue(PendingNotifications.Kind.UNLISTEN, channel);
    }
  }

  private void queue(PendingNotifications.Kind kind, Optional<String> channel) {
    levels.element().add(new PendingNotifications.Action(kind, channel));
  }

  /** {@code pg_listening_channels}. */
  public List<String> channels() {
    return List.copyOf(channels);
  }

  /** {@code pg_notification_queue_usage}. */
  public double usage() {
    return queue.usage(owner.queuePages());
  }

  /** A transaction begins. */
  public void started() {
    if (levels.size() != 1 || !levels.element().isEmpty()) {
      levels.clear();
      levels.push(new PendingNotifications());
    }
  }

  public void subStarted() {
    levels.push(new PendingNotifications());
  }

  public void subCommitted() {
    PendingNotifications inner = levels.pop();
    levels.element().add(inner);
  }

  public void subAborted() {
    levels.pop();
  }

  /**
   * Last chance to fail.
   *
   * @param xid has the transaction get a number, where it notifies
   */
  public void preCommit(Runnable xid) {
    if (!levels.element().notifications().isEmpty()) {
      xid.run();
      queue.requireRoom(owner.queuePages());
    }
  }

  /**
   * The transaction commits, and what it has to say is said.
   *
   * @param commit what makes it committed
   */
  public void committed(Runnable commit) {
    PendingNotifications done = levels.element();
    if (done.isEmpty()) {
      commit.run();
      return;
    }
    if (done.actions().stream().anyMatch(SessionNotifications::isListen)) {
      registered = true;
      hasListened = true;
      queue.register(this);
    }
    List<NotificationQueue.Listener> told =
        queue.commit(commit, this, owner.pid(), done.notifications());
    done.actions().forEach(this::apply);
    leaveUnlessListening();
    told.forEach(this::tell);
    started();
  }

  private static boolean isListen(PendingNotifications.Action action) {
    return action.kind() == PendingNotifications.Kind.LISTEN;
  }

  /** Nobody sends a signal to himself. */
  private void tell(NotificationQueue.Listener listener) {
    if (listener == this) {
      pending = true;
    } else {
      listener.signal();
    }
  }

  private void apply(PendingNotifications.Action action) {
    if (isListen(action)) {
      channels.add(action.channel().orElseThrow());
    } else if (action.channel().isPresent()) {
      channels.remove(action.channel().get());
    } else {
      channels.clear();
    }
  }

  private void leaveUnlessListening() {
    if (registered && channels.isEmpty()) {
      incoming.clear();
      queue.unregister(this);
      registered = false;
    }
  }

  /** The transaction has failed: it has nothing to say. */
  /** Whether the transaction has executed LISTEN, UNLISTEN or NOTIFY. */
  public boolean hasSomethingToDo() {
    return levels.stream().anyMatch(one -> !one.isEmpty());
  }

  public void aborted() {
    started();
  }

  /** Whether {@link #receive} would do something. Cheap: asked before every ReadyForQuery. */
  public boolean isPending() {
    return pending;
  }

  /**
   * {@code ProcessIncomingNotify}: what has come is to be told; outside transactions only. {@link
   * #told} follows.
   */
  public void receive() {
    pending = false;
    if (!channels.isEmpty()) {
      owner.transactionStarts();
      incoming.addAll(queue.read(this));
    }
  }

  /** What the frontend is to be told next. */
  public Optional<DeliveredNotification> next() {
    DeliveredNotification next = incoming.poll();
    while (next != null && !channels.contains(next.channel())) {
      next = incoming.poll();
    }
    return Optional.ofNullable(next);
  }

  /** All of it was told, or one could not be. */
  public void told() {
    owner.transactionEnds();
  }

  /** The session ends ({@code Async_UnlistenOnExit}). */
  public void end() {
    channels.clear();
    leaveUnlessListening();
  }
}
