package io.pgdouble.relay;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Dissection;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.Happening.Medium;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.validation.VerdictBook;
import io.pgdouble.validation.Witness;
import java.nio.ByteBuffer;
import java.util.List;

/** Has every conversation that crosses a relay judged, and lets another listen in as well. */
public final class ValidatingTap implements Tap {
  private final Tap other;
  private final VerdictBook verdicts;

  public ValidatingTap(Tap other, VerdictBook verdicts) {
    this.other = other;
    this.verdicts = verdicts;
  }

  @Override
  public Line opened(Medium medium) {
    return new JudgedLine(other.opened(medium));
  }

  /** One connection. */
  private final class JudgedLine implements Line {
    private final Line otherLine;
    private final Dissection dissection = new Dissection();
    private final Witness witness;
    private int pid;
    private boolean over;

    JudgedLine(Line otherLine) {
      this.otherLine = otherLine;
      witness = Witness.fromStart(verdict -> verdicts.add(pid, verdict));
    }

    @Override
    public void crossed(Direction direction, byte[] bytes) {
      if (otherLine != DEAF) {
        otherLine.crossed(direction, bytes);
      }
      List<Crossing> crossings =
          switch (direction) {
            case FRONTEND -> dissection.frontend(bytes);
            case BACKEND -> dissection.backend(bytes);
          };
      crossings.forEach(this::judge);
    }

    private void judge(Crossing crossing) {
      if (crossing instanceof Crossing.Message message
          && message.direction() == Direction.BACKEND
          && message.type() == MessageLayout.BACKEND_KEY_DATA.type()
          && message.body().length >= Integer.BYTES) {
        pid = ByteBuffer.wrap(message.body()).getInt();
      }
      witness.cross(crossing);
    }

    @Override
    public void left(Departure departure) {
      otherLine.left(departure);
      if (!over) {
        over = true;
        dissection.endOfFrontend().ifPresent(this::judge);
        witness.left();
      }
    }

    @Override
    public void closed() {
      otherLine.closed();
      if (!over) {
        over = true;
        dissection.endOfBackend().ifPresent(this::judge);
        witness.cross(new Crossing.Closed());
      }
    }
  }
}
