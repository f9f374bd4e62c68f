package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexExpression.Characters;
import io.pgdouble.engine.regex.RegexExpression.Choice;
import io.pgdouble.engine.regex.RegexExpression.Constraint;
import io.pgdouble.engine.regex.RegexExpression.Direction;
import io.pgdouble.engine.regex.RegexExpression.Look;
import io.pgdouble.engine.regex.RegexExpression.Repetition;
import io.pgdouble.engine.regex.RegexExpression.Sense;
import io.pgdouble.engine.regex.RegexExpression.Sequence;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** A non-deterministic automaton of one expression, run over sets of states. */
final class RegexAutomaton {
  private static final int MAX_STATES = 20_000;

  /**
   * Arcs grow with their square, which the server does not bear far beyond ({@code REG_ETOOBIG}).
   */
  private static final int MAX_EMPTY_STATES = 1_500;

  private static final int FINAL = 0;

  /** Of each state: the characters it takes (null: none), where it goes then. */
  private final List<IntPredicate> taken = new ArrayList<>();

  private final List<int[]> next = new ArrayList<>();

  /** Of each state: the condition under which it is passed without a character; null for none. */
  private final List<RegexExpression> conditions = new ArrayList<>();

  private final int start;
  private int emptyStates;

  RegexAutomaton(RegexExpression expression) {
    state(null, null);
    start = add(expression, FINAL);
  }

  private int state(IntPredicate characters, RegexExpression condition, int... targets) {
    emptyStates += characters == null ? 1 : 0;
    if (taken.size() >= MAX_STATES || emptyStates > MAX_EMPTY_STATES) {
      throw ErrorReport.notSimulated("regular expressions of this size").toException();
    }
    taken.add(characters);
    conditions.add(condition);
    next.add(targets);
    return taken.size() - 1;
  }

  /** Adds states that match an expression and then go on; returns the first. */
  private int add(RegexExpression expression, int then) {
    if (expression instanceof Characters characters) {
      return state(characters.set(), null, then);
    }
    if (expression instanceof Sequence sequence) {
      int target = then;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        target = add(sequence.parts().get(i), target);
      }
      return target;
    }
    if (expression instanceof Choice choice) {
      return state(null, null, choice.branches().stream().mapToInt(b -> add(b, then)).toArray());
    }
    if (expression instanceof Repetition repetition) {
      return repeat(repetition, then);
    }
    return state(null, expression, then);
  }

  private int repeat(Repetition repetition, int then) {
    int target = then;
    if (repetition.most() == RegexExpression.UNBOUNDED) {
      int loop = state(null, null);
      int body = add(repetition.part(), loop);
      next.set(loop, new int[] {body, then});
      target = loop;
    } else {
      for (int i = repetition.least(); i < repetition.most(); i++) {
        target = state(null, null, add(repetition.part(), target), then);
      }
    }
    for (int i = 0; i < repetition.least(); i++) {
      target = add(repetition.part(), target);
    }
    return target;
  }

  /** The furthest end of a match from a position up to a limit; -1 where there is none. */
  int longest(int[] text, int from, int limit) {
    BitSet states = closure(text, from, start);
    int end = states.get(FINAL) ? from : -1;
    for (int at = from; at < limit && !states.isEmpty(); at++) {
      states = step(text, at, states);
      end = states.get(FINAL) ? at + 1 : end;
    }
    return end;
  }

  /** The nearest end of a match between two bounds; -1 where there is none. */
  int shortest(int[] text, int from, int least, int limit) {
    BitSet states = closure(text, from, start);
    for (int at = from; !states.isEmpty(); at++) {
      if (at >= least && states.get(FINAL)) {
        return at;
      }
      if (at >= limit) {
        break;
      }
      states = step(text, at, states);
    }
    return -1;
  }

  boolean matches(int[] text, int from, int end) {
    return longest(text, from, end) == end;
  }

  private BitSet closure(int[] text, int at, int first) {
    BitSet states = new BitSet(taken.size());
    reach(text, at, first, states);
    return states;
  }

  private BitSet step(int[] text, int at, BitSet states) {
    BitSet result = new BitSet(taken.size());
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
      if (taken.get(s) != null && taken.get(s).test(text[at])) {
        reach(text, at + 1, next.get(s)[0], result);
      }
    }
    return result;
  }

  /** Adds a state and all that can be reached from it without a character. */
  private void reach(int[] text, int at, int first, BitSet states) {
    int[] stack = new int[16];
    int size = 0;
    stack[size++] = first;
    while (size > 0) {
      int state = stack[--size];
      if (states.get(state)) {
        continue;
      }
      states.set(state);
      if (!isPassed(text, at, state)) {
        continue;
      }
      int[] targets = next.get(state);
      if (size + targets.length > stack.length) {
        stack = java.util.Arrays.copyOf(stack, stack.length * 2 + targets.length);
      }
      System.arraycopy(targets, 0, stack, size, targets.length);
      size += targets.length;
    }
  }

  private boolean isPassed(int[] text, int at, int state) {
    RegexExpression condition = conditions.get(state);
    if (condition == null) {
      return taken.get(state) == null;
    }
    return condition instanceof Constraint constraint
        ? RegexPlaces.holds(constraint, text, at)
        : looks((Look) condition, text, at);
  }

  private static boolean looks(Look look, int[] text, int at) {
    RegexAutomaton automaton = new RegexAutomaton(look.part());
    boolean found =
        look.direction() == Direction.AHEAD
            ? automaton.shortest(text, at, at, text.length) >= 0
            : automaton.endsAt(text, at);
    return found == (look.sense() == Sense.POSITIVE);
  }

  private boolean endsAt(int[] text, int end) {
    for (int from = end; from >= 0; from--) {
      if (matches(text, from, end)) {
        return true;
      }
    }
    return false;
  }
}
