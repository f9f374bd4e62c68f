package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way to the shortest decimal beside exact arithmetic. */
class ShortestDecimalTest {
  private static final int TRIES = 20_000;
  private static final long SEED = 20261125;

  @Test
  void the_quick_way_finds_what_exact_arithmetic_finds_for_float8() {
    Random random = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      double value = Math.pow(10, random.nextDouble() * 22 - 6) * (1 + random.nextDouble());
      same(ShortestDecimal.of(value), ShortestDecimal.exactly("", value));
      double round = Math.rint(value * 8) / 8 + Math.scalb(1.0, -random.nextInt(30));
      same(ShortestDecimal.of(round), ShortestDecimal.exactly("", round));
    }
  }

  @Test
  void the_quick_way_finds_what_exact_arithmetic_finds_for_float4() {
    Random random = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      float value = (float) Math.pow(10, random.nextDouble() * 13 - 6);
      same(ShortestDecimal.of(value), ShortestDecimal.exactly("", value));
      float round = Math.round(value * 100) / 100f + 1;
      same(ShortestDecimal.of(round), ShortestDecimal.exactly("", round));
    }
  }

  /** Seen on 16.9: {@code select '178861.375'::float4, 14445948617458.3125::float8}, and so on. */
  @Test
  void of_two_decimals_as_near_the_even_one_is_taken() {
    assertThat(FloatText.shortest(178861.375f)).isEqualTo("178861.38");
    assertThat(FloatText.shortest(178861.625f)).isEqualTo("178861.62");
    assertThat(FloatText.shortest(14445948617458.4375)).isEqualTo("14445948617458.438");
    assertThat(FloatText.shortest(14445948617458.3125)).isEqualTo("14445948617458.312");
  }

  private static void same(ShortestDecimal found, ShortestDecimal expected) {
    assertThat(found.written(15)).isEqualTo(expected.written(15));
  }
}
