package io.pgdouble.postmaster;

import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A process of the operating system that stands in for one of ours. Its title follows what it shows
 * after a moment: who is at work for less is not seen to be.
 */
final class StandIn implements ForkedProcess {
  private final Keeper keeper;
  private final int pid;
  private final SignalBox signals = new SignalBox();
  private final AtomicBoolean untitled = new AtomicBoolean();
  private volatile String fixedPart = "";
  private volatile String activity = "";
  private String title = "";
  private final StandInState state;
  private volatile boolean stopped;
  private volatile boolean mourned;
  private Runnable reaped = () -> {};
  private boolean ending;
  private boolean gone;

  StandIn(Keeper keeper, int pid) {
    this.keeper = keeper;
    this.pid = pid;
    this.state = new StandInState(pid);
  }

  @Override
  public int pid() {
    return pid;
  }

  @Override
  public void identify(Supplier<String> fixed) {
    fixedPart = fixed.get();
  }

  @Override
  public void show(String doing) {
    activity = doing;
    if (untitled.compareAndSet(false, true)) {
      keeper.titles().outdated(this);
    }
  }

  /** The command that gives it its title; empty where it has it. Called by the keeper's thread. */
  String retitling() {
    untitled.set(false);
    String now = keeper.titles().of(fixedPart, activity);
    if (now.equals(title)) {
      return "";
    }
    title = now;
    return KeeperLines.title(pid, now);
  }

  @Override
  public void obey(Consumer<ProcessSignal> owner) {
    signals.obey(owner);
  }

  /** A signal has reached it. */
  void signalled(ProcessSignal signal) {
    signals.put(signal);
    if (signal == ProcessSignal.STOP || signal == ProcessSignal.CONT) {
      stopped = signal == ProcessSignal.STOP;
    }
  }

  /** Whether whoever obeys it knows of every signal that was sent to it until now. */
  boolean isHeard() {
    return switch (state.look()) {
      case UNTOUCHED -> true;
      case STOPPED -> stopped;
      case SIGNALLED -> false;
      case GONE -> mourned || isEnding();
    };
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  @Override
  public void exit(Runnable then) {
    if (ends(then)) {
      then.run();
    }
  }

  /** Whether it is gone already. */
  private synchronized boolean ends(Runnable then) {
    reaped = then;
    if (!gone && !ending) {
      ending = true;
      keeper.end(pid);
    }
    return gone;
  }

  /** It is gone, by our will or by that of somebody else. */
  void ended(ProcessSignal how) {
    boolean wanted;
    synchronized (this) {
      gone = true;
      wanted = ending;
    }
    state.close();
    if (wanted) {
      reaped.run();
    } else {
      signals.put(how);
    }
    mourned = true;
  }
}
