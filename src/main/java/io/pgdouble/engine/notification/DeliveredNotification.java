package io.pgdouble.engine.notification;

/**
 * A notification that a session is to hear of.
 *
 * @param pid of the backend that notified
 */
public record DeliveredNotification(int pid, String channel, String payload) {}
