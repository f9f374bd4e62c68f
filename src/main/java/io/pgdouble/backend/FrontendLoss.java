package io.pgdouble.backend;

import io.netty.util.concurrent.Future;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.log.ConnectionLines;
import java.util.Optional;

/**
 * The end of a connection that no Terminate came before. Whoever is at work for it goes on, and
 * learns of it when he sends: {@code pqcomm.c: internal_flush, pq_recvbuf}. Used by the event loop
 * and by whoever performs.
 */
final class FrontendLoss {
  private final BackendProcess process;
  private volatile Optional<Conversation> conversation = Optional.empty();
  private volatile boolean suspected;
  private volatile Optional<String> broken = Optional.empty();
  private volatile boolean sending;
  private boolean noticed;

  FrontendLoss(BackendProcess process) {
    this.process = process;
  }

  /** From now on what is told is told of what is at work in it. */
  void concerns(Conversation talk) {
    conversation = Optional.of(talk);
  }

  /** The frontend has closed its side: perhaps it does not read any more either. */
  void suspect() {
    suspected = true;
  }

  /** Whether it is to be found out at once what becomes of a message. */
  boolean isSuspected() {
    return suspected || isBroken();
  }

  /** Nothing comes and goes any more. */
  void breaks(Throwable cause) {
    if (broken.isEmpty()) {
      String text = String.valueOf(cause.getMessage());
      sending = text.startsWith("write") || text.startsWith("send");
      broken = Optional.of(text.substring(text.lastIndexOf(": ") + 1).strip());
    }
  }

  boolean isBroken() {
    return broken.isPresent();
  }

  /** It is known what became of a message. */
  void sent(Future<?> sending) {
    if (!sending.isSuccess()) {
      breaks(sending.cause());
    }
  }

  /** Something was to be sent and cannot be: told once, and soon the end. */
  void sendingFails() {
    if (!noticed) {
      noticed = true;
      tell(ConnectionLines.cannotSend(broken.orElseThrow()));
      process.signal(Interrupt.CLIENT_CONNECTION_LOST);
    }
  }

  /**
   * Nothing is at work, and the frontend is found to be gone.
   *
   * @param cut LOG, where it went within a message
   */
  void isGone(Optional<ErrorReport> cut) {
    if (sending) {
      sendingFails();
    } else if (!noticed) {
      broken.map(ConnectionLines::cannotReceive).ifPresent(this::tell);
      conversation.ifPresentOrElse(talk -> talk.lost(cut), () -> cut.ifPresent(this::tell));
    }
  }

  private void tell(ErrorReport report) {
    conversation.ifPresentOrElse(talk -> talk.report(report), () -> process.log().report(report));
  }
}
