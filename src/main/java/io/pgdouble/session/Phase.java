package io.pgdouble.session;

import io.pgdouble.message.FrontendHandler;
import io.pgdouble.message.FrontendMessage;

/**
 * What the session is waiting for. Dealing with a message gives the phase after it. A closed set:
 * each phase is one small file.
 */
sealed interface Phase extends FrontendHandler<Phase>
    permits Ready, InExtendedQuery, SkippingUntilSync, CopyingIn, Ended {

  /** Deals with a message. */
  default Phase receive(FrontendMessage message) {
    return message.accept(this);
  }

  /** The name by which tests and tables know it. */
  String name();
}
