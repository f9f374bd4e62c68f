package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pgdouble.wire.Transport;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads of one server: who accepts, who serves, and who works. */
final class ServerThreads {
  private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Transport transport = Transport.available();
  private final MultiThreadIoEventLoopGroup acceptors = transport.loops("postmaster", 1);
  private final MultiThreadIoEventLoopGroup loops = transport.loops("backends", EVENT_LOOPS);
  private final ExecutorService workers =
      Executors.newCachedThreadPool(new DefaultThreadFactory("worker", true));

  Listeners listeners(Consumer<Channel> accept) {
    return new Listeners(transport, acceptors, loops, accept);
  }

  /** For what takes time, one thread for each task. */
  ExecutorService workers() {
    return workers;
  }

  void later(Runnable task, Duration delay) {
    loops.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until they are gone. */
  void end() {
    workers.shutdownNow();
    acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
