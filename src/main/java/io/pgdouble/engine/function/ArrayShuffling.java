package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import java.nio.ByteBuffer;

/**
 * {@code array_shuffle} and {@code array_sample}: items of the first dimension in random order. The
 * server takes these numbers from a generator that {@code setseed} does not reach. Source: {@code
 * array_userfuncs.c: array_shuffle_n}.
 */
final class ArrayShuffling {
  private ArrayShuffling() {}

  static ArrayValue shuffle(CallContext context, ArrayValue array) {
    if (array.dimensions().length == 0 || array.dimensions()[0] < 2) {
      return array;
    }
    return drawn(context, array, array.dimensions()[0], array.lowerBounds()[0]);
  }

  static ArrayValue sample(CallContext context, ArrayValue array, int size) {
    int items = array.dimensions().length == 0 ? 0 : array.dimensions()[0];
    if (size < 0 || size > items) {
      throw FunctionErrors.invalidParameter("sample size must be between 0 and " + items);
    }
    return size == 0 ? ArrayValue.empty(array.elementOid()) : drawn(context, array, size, 1);
  }

  private static ArrayValue drawn(CallContext context, ArrayValue array, int size, int lowerBound) {
    int[] dimensions = array.dimensions().clone();
    int[] lowerBounds = array.lowerBounds().clone();
    int width = array.elements().length / dimensions[0];
    int[] order = order(context, dimensions[0], size);
    Object[] elements = new Object[size * width];
    for (int i = 0; i < size; i++) {
      System.arraycopy(array.elements(), order[i] * width, elements, i * width, width);
    }
    dimensions[0] = size;
    lowerBounds[0] = lowerBound;
    return new ArrayValue(array.elementOid(), dimensions, lowerBounds, elements);
  }

  private static int[] order(CallContext context, int items, int size) {
    byte[] seed = new byte[Long.BYTES];
    context.execution().fillRandom(seed);
    SessionRandom random = new SessionRandom(ByteBuffer.wrap(seed).getLong());
    int[] order = new int[items];
    for (int i = 0; i < items; i++) {
      order[i] = i;
    }
    for (int i = 0; i < size; i++) {
      int other = i + (int) (random.nextDouble() * (items - i));
      int item = order[other];
      order[other] = order[i];
      order[i] = item;
    }
    return order;
  }
}
