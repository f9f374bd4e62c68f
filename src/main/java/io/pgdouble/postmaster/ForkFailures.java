package io.pgdouble.postmaster;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.log.PostmasterLines;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Connections for which no process can be forked, on command. The frontend hears so before it has
 * said a word, and not in a message: {@code postmaster.c: report_fork_failure_to_client}.
 */
public final class ForkFailures {
  private final Consumer<ErrorReport> log;
  private volatile Optional<String> reason = Optional.empty();

  ForkFailures(Consumer<ErrorReport> log) {
    this.log = log;
  }

  /**
   * From now on no process can be started for a connection, as where the system has no more.
   *
   * @param why the system's words, such as {@code Resource temporarily unavailable}
   */
  public void begin(String why) {
    reason = Optional.of(why);
  }

  /** Connections are served again. */
  public void end() {
    reason = Optional.empty();
  }

  /**
   * Turns a connection away, if there is no process for it.
   *
   * @return false where there is
   */
  boolean turnsAway(Channel connection) {
    Optional<ErrorReport> report = reason.map(PostmasterLines::cannotFork);
    report.ifPresent(
        line -> {
          log.accept(line);
          byte[] bytes = ("E" + line.message() + "\n\0").getBytes(StandardCharsets.UTF_8);
          connection
              .writeAndFlush(Unpooled.wrappedBuffer(bytes))
              .addListener(ChannelFutureListener.CLOSE);
        });
    return report.isPresent();
  }
}
