package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The rows of a plan in the order of what is computed of them; each is where it was again when it
 * is its turn. For what has to know a row's origin behind a sort ({@code nodeSort.c}).
 *
 * @param kept the slot where what was computed begins to be found then, if anybody wants it
 */
public record SortedSteps(StepPlan input, Evaluator[] columns, RowOrder order, OptionalInt kept)
    implements StepPlan {
  private static final int INTERRUPT_INTERVAL = 64;

  @Override
  public int[] relations() {
    return input.relations();
  }

  private record Place(Object[] values, Object[][] rows, Object[] slots) {}

  @Override
  public Step open(Frame frame) {
    if (frame.fixed() != null) {
      return input.open(frame);
    }
    return new Step() {
      private List<Place> places;
      private int next;

      @Override
      public boolean advance() {
        if (places == null) {
          places = sorted(frame);
        }
        if (next == places.size()) {
          return false;
        }
        Place place = places.get(next++);
        Scans.restore(frame, relations(), place.rows());
        frame.slots = kept.isPresent() ? withValues(place, kept.getAsInt()) : place.slots();
        return true;
      }
    };
  }

  private static Object[] withValues(Place place, int first) {
    Object[] slots = Arrays.copyOf(place.slots(), first + place.values().length);
    System.arraycopy(place.values(), 0, slots, first, place.values().length);
    return slots;
  }

  private List<Place> sorted(Frame frame) {
    List<Place> places = new ArrayList<>();
    Step rows = input.open(frame);
    while (rows.advance()) {
      Object[] values = Evaluator.all(columns, frame);
      places.add(new Place(values, Scans.snapshot(frame, relations()), frame.slots));
      if (places.size() % INTERRUPT_INTERVAL == 0) {
        frame.context.checkForInterrupts();
      }
    }
    Comparator<Object[]> comparator = order.in(frame);
    TupleSort.sort(places, (one, other) -> comparator.compare(one.values(), other.values()));
    return places;
  }
}
