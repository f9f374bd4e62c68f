package io.pgdouble.replay;

import io.pgdouble.message.FrontendMessage;
import java.util.Optional;

/** How a recording is followed by one frontend that came now. */
interface Script {
  /** The recorded turn this message takes; empty where there is none. Then nothing has changed. */
  Optional<Turn> take(FrontendMessage message);

  /** The turn that comes next, if the script has an order. */
  Optional<Turn> next();

  /** Whether it can go on after a message that was not recorded. */
  boolean outlivesDeviation();
}
