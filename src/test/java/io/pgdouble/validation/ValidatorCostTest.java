package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who looks on at every connection must not be felt. */
class ValidatorCostTest {
  private static final int ROUNDS = 20_000;
  private static final int ROWS = 10;

  /** An object of the size of a request, for each message of the frontend: no more. */
  private static final int REQUEST_BYTES = 48;

  private static final int REQUESTS = 3;

  private final List<Verdict> verdicts = new ArrayList<>();
  private final Validator validator = Validator.amid(verdicts::add);

  private void frontend(char type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    validator.frontend((byte) type, bytes, 0, bytes.length);
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  private final byte[] bind = bytes("\0S_1\0\0\0\0\1\0\0\0\2xy\0\0");
  private final byte[] execute = bytes("\0\0\0\0\0");
  private final byte[] nothing = {};
  private final byte[] row = bytes("\0\2\0\0\0\3abc\0\0\0\3def");
  private final byte[] tag = bytes("SELECT 10\0");
  private final byte[] idle = bytes("I");

  private void round() {
    validator.frontend((byte) 'B', bind, 0, bind.length);
    validator.backend((byte) '2', nothing, 0, 0);
    validator.frontend((byte) 'E', execute, 0, execute.length);
    for (int i = 0; i < ROWS; i++) {
      validator.backend((byte) 'D', row, 0, row.length);
    }
    validator.backend((byte) 'C', tag, 0, tag.length);
    validator.frontend((byte) 'S', nothing, 0, 0);
    validator.backend((byte) 'Z', idle, 0, idle.length);
  }

  @Test
  void a_round_trip_makes_an_object_for_each_request_and_none_for_an_answer() {
    frontend('P', "S_1\0SELECT $1\0\0\0");
    validator.backend((byte) '1', nothing, 0, 0);
    for (int i = 0; i < ROUNDS; i++) {
      round();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      round();
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    assertThat(verdicts).isEmpty();
    assertThat(each).isLessThanOrEqualTo((long) REQUESTS * REQUEST_BYTES);
  }
}
