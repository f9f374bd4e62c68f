package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A map like any other. */
class ShapesTest {

  @Property
  void it_knows_what_a_map_knows(@ForAll List<@IntRange(min = -40, max = 40) Integer> acts) {
    Shapes shapes = new Shapes();
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < acts.size(); i++) {
      long name = Math.abs(acts.get(i)) * 0x1_0000_0008L;
      if (acts.get(i) < 0) {
        shapes.remove(name);
        map.remove(name);
      } else {
        shapes.put(name, i);
        map.put(name, i);
      }
      for (long other = 0; other <= 40; other++) {
        long key = other * 0x1_0000_0008L;
        assertThat(shapes.get(key)).isEqualTo(map.getOrDefault(key, Shapes.UNKNOWN));
      }
    }
  }

  @Example
  void it_holds_as_many_as_there_are() {
    Shapes shapes = new Shapes();
    for (int i = 0; i < 100_000; i++) {
      shapes.put(i * 0x9e3779b97f4a7c15L, i);
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(shapes.get(i * 0x9e3779b97f4a7c15L)).isEqualTo(i);
    }
    shapes.clear();
    assertThat(shapes.get(0)).isEqualTo(Shapes.UNKNOWN);
  }
}
