/**
 * Benchmarks of single rooms, with JMH: what a message costs to read and write, what a statement
 * costs in the session without a socket. Whole servers are measured by {@code ci/bench/run}.
 *
 * <p>Run by {@code ci/bench/jmh}. Open first: {@link io.pgdouble.bench.CodecBenchmark}.
 */
package io.pgdouble.bench;
