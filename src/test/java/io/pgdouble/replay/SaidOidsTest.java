package io.pgdouble.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.DataRow;
import io.pgdouble.message.ParameterDescription;
import io.pgdouble.message.RowDescription;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who says other OIDs is told other OIDs. */
class SaidOidsTest {
  private static final int OID = 26;
  private static final int INT4 = 23;

  private final SaidOids oids = new SaidOids();
  private final SaidOids.Answers answers = oids.new Answers();

  private static RowDescription described(int table, int... types) {
    return new RowDescription(
        java.util.Arrays.stream(types).mapToObj(type -> column(table, type)).toList());
  }

  private static RowDescription.Column column(int table, int type) {
    return new RowDescription.Column("c", table, (short) 1, type, (short) 4, -1, (short) 0);
  }

  private static DataRow row(String... values) {
    return new DataRow(java.util.Arrays.stream(values).map(RawText::bytes).toArray(byte[][]::new));
  }

  @Test
  void descriptions_and_values_of_columns_that_hold_oids_are_told_with_those_that_were_said() {
    assertThat(answers.live(described(16385, 16390))).isEqualTo(described(16385, 16390));
    oids.learn(SaidOids.marked("16385 16390"), SaidOids.marked("30000 30001"));
    assertThat(answers.live(described(16385, 16390, 25))).isEqualTo(described(30000, 30001, 25));
    assertThat(answers.live(new ParameterDescription(new int[] {25, 16390})))
        .isEqualTo(new ParameterDescription(new int[] {25, 30001}));
    answers.live(described(0, OID, INT4));
    assertThat(answers.live(row("16385", "16385"))).isEqualTo(row("30000", "16385"));
    String binary = RawText.text(ByteBuffer.allocate(4).putInt(16390).array());
    String now = RawText.text(ByteBuffer.allocate(4).putInt(30001).array());
    assertThat(answers.live(row(binary, "1"))).isEqualTo(row(now, "1"));
    assertThat(List.of(answers.live(row("16386", "1")))).containsExactly(row("16386", "1"));
  }

  @Test
  void each_stands_for_one_other_and_no_other_for_it() {
    oids.learn(SaidOids.marked("16385"), SaidOids.marked("30000"));
    assertThat(same("16385", "30000")).isTrue();
    assertThat(same("16385", "30001")).isFalse();
    assertThat(same("16386", "30000")).isFalse();
    assertThat(same("16386", "30001")).isTrue();
    assertThat(same("1259", "1249")).isFalse();
  }

  private boolean same(String recorded, String found) {
    return oids.same("x " + SaidOids.marked(recorded), "x " + SaidOids.marked(found));
  }
}
