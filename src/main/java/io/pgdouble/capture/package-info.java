/**
 * Conversations that others have recorded, as recordings of our own.
 *
 * <p>In: the bytes of a file: a trace of ours, one of libpq's {@code PQtrace}, a capture, a log of
 * pgjdbc. Out: a {@link io.pgdouble.trace.Recording}. This room must not know whether anything in
 * it is right, or where a file lies.
 *
 * <p>Captures are read by our own {@link io.pgdouble.capture.PcapFile}, since no library does it
 * whole in Java: pcap4j (1.8.2) opens files by the native libpcap, without which it ends with an
 * {@code UnsatisfiedLinkError}; pkts (3.0.18) reads pcap but says of pcapng "Unknown header type".
 *
 * <p>Counterpart in PostgreSQL: {@code fe-trace.c}. Open first: {@link
 * io.pgdouble.capture.Captures}.
 */
package io.pgdouble.capture;
