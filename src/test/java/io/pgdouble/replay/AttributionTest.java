package io.pgdouble.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each answer is found to be due to the message it answers. */
class AttributionTest {

  private static List<String> turns(String... lines) {
    String text =
        "pgdouble-trace 1\n\nA B ReadyForQuery I\n" + "A " + String.join("\nA ", lines) + "\n";
    RecordedSession session = new RecordedSession("A");
    List<Recorded> events = Recording.read(text).events();
    for (int i = 0; i < events.size(); i++) {
      session.see(events.get(i), i);
    }
    return session.turns().stream()
        .map(turn -> turn.request().type() + ":" + replies(turn.replies()) + late(turn))
        .toList();
  }

  private static String late(Turn turn) {
    return turn.late().isEmpty() ? "" : ", later " + replies(turn.late());
  }

  private static String replies(List<BackendMessage> replies) {
    StringBuilder types = new StringBuilder();
    replies.forEach(reply -> types.append(reply.type()));
    return types.toString();
  }

  @Test
  void of_a_pipeline() {
    assertThat(
            turns(
                "F Parse \"s\" \"SELECT 1\" 0",
                "F Describe S \"s\"",
                "F Bind \"\" \"s\" 0 0 0",
                "F Execute \"\" 0",
                "F Close S \"s\"",
                "F Sync",
                "B ParseComplete",
                "B ParameterDescription 0",
                "B RowDescription 0",
                "B BindComplete",
                "F Query \"SELECT 2\"",
                "B DataRow 0",
                "B CommandComplete \"SELECT 1\"",
                "B CloseComplete",
                "B ReadyForQuery I",
                "B CommandComplete \"SELECT 1\"",
                "B ReadyForQuery I"))
        .containsExactly("P:1", "D:tT", "B:2", "E:DC", "C:3", "S:Z", "Q:CZ");
  }

  @Test
  void what_an_error_lets_the_backend_skip_has_no_answers() {
    assertThat(
            turns(
                "F Parse \"\" \"SELECT\" 0",
                "F Bind \"\" \"\" 0 0 0",
                "F Execute \"\" 0",
                "F Sync",
                "B ErrorResponse S \"ERROR\"",
                "B ReadyForQuery I"))
        .containsExactly("P:E", "B:", "E:", "S:Z");
    assertThat(
            turns(
                "F Parse \"\" \"SELECT\" 0",
                "F Flush",
                "B ErrorResponse S \"ERROR\"",
                "F Bind \"\" \"\" 0 0 0",
                "F Sync",
                "B ReadyForQuery I"))
        .containsExactly("P:E", "H:", "B:", "S:Z");
  }

  @Test
  void of_copy_in() {
    assertThat(
            turns(
                "F Query \"COPY t FROM STDIN\"",
                "B CopyInResponse \\x00 0",
                "F CopyData 'a'",
                "F CopyDone",
                "B CommandComplete \"COPY 1\"",
                "B ReadyForQuery I"))
        .containsExactly("Q:G", "d:", "c:CZ");
    assertThat(
            turns(
                "F Query \"COPY t FROM STDIN\"",
                "B CopyInResponse \\x00 0",
                "F CopyData 'a'",
                "B ErrorResponse S \"ERROR\"",
                "B ReadyForQuery I",
                "F CopyDone",
                "F Query \"\"",
                "B EmptyQueryResponse",
                "B ReadyForQuery I"))
        .containsExactly("Q:G", "d:EZ", "c:", "Q:IZ");
  }

  @Test
  void what_comes_by_itself_follows_what_was_answered_last() {
    assertThat(
            turns(
                "F Query \"LISTEN a\"",
                "B CommandComplete \"LISTEN\"",
                "B ReadyForQuery I",
                "B NotificationResponse 1 \"a\" \"\"",
                "F Sync",
                "B ReadyForQuery I"))
        .containsExactly("Q:CZ, later A", "S:Z");
  }
}
