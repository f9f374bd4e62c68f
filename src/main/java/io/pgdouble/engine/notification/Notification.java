package io.pgdouble.engine.notification;

/** What is told, and where. */
record Notification(String channel, String payload) {}
