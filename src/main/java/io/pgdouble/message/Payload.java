package io.pgdouble.message;

/**
 * What travels inside another message, whose own layout leaves its meaning to what went before: the
 * body of an answer to an authentication request, the data of a replication connection, and what
 * that data says of changes.
 */
public sealed interface Payload extends Message permits AuthenticationResponse, KindedPayload {}
