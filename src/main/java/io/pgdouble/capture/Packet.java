package io.pgdouble.capture;

/**
 * What a capture kept of one packet.
 *
 * @param micros when it was seen, since 1970
 * @param link how the network below IP frames it: one of the {@code LINKTYPE_} numbers
 * @param bytes from the frame's first on
 */
record Packet(long micros, int link, byte[] bytes) {}
