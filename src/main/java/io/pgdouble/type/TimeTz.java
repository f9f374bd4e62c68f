package io.pgdouble.type;

/**
 * A {@code time with time zone}.
 *
 * @param micros µs since midnight, from 0 to 24 hours, both included
 * @param secondsWest the zone's displacement in seconds <em>west</em> of Greenwich, as the server
 *     stores it: {@code +02} is -7200
 */
public record TimeTz(long micros, int secondsWest) {}
