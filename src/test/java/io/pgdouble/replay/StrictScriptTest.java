package io.pgdouble.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.Bind;
import io.pgdouble.message.Close;
import io.pgdouble.message.Execute;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts in a message, and what does not. */
class StrictScriptTest {
  private static final String RECORDED =
      """
      pgdouble-trace 1

      A B ReadyForQuery I
      A F Parse "theirs" "SELECT $1" 1 23
      A F Bind "portal" "theirs" 0 1 8 '********' 0
      A F Execute "portal" 0
      A F Close S "theirs"
      A F Query "DEALLOCATE theirs"
      """;

  private static Script script() {
    RecordedSession session = new RecordedSession("A");
    List<Recorded> events = Recording.read(RECORDED).events();
    for (int i = 0; i < events.size(); i++) {
      session.see(events.get(i), i);
    }
    return new StrictScript(new Casting(List.of(session)), session);
  }

  private static boolean takes(Script script, FrontendMessage message) {
    return script.take(message).isPresent();
  }

  private static Bind bind(String portal, String statement, String value) {
    byte[][] values = {value.getBytes(java.nio.charset.StandardCharsets.US_ASCII)};
    return new Bind(portal, statement, new short[0], values, new short[0]);
  }

  @Test
  void names_of_statements_and_portals_do_not_count_and_masked_values_stand_for_any() {
    Script script = script();
    assertThat(takes(script, new Parse("mine", "SELECT $1", new int[] {23}))).isTrue();
    assertThat(takes(script, bind("", "mine", "4711"))).isTrue();
    assertThat(takes(script, new Execute("", 0))).isTrue();
    assertThat(takes(script, new Close('S', "mine"))).isTrue();
    assertThat(takes(script, new Query("DEALLOCATE mine"))).isTrue();
    assertThat(script.next()).isEmpty();
  }

  @Test
  void texts_types_row_limits_and_the_order_count() {
    assertThat(takes(script(), new Parse("", "SELECT $1 ", new int[] {23}))).isFalse();
    assertThat(takes(script(), new Parse("", "SELECT $1", new int[] {25}))).isFalse();
    assertThat(takes(script(), bind("", "", "1"))).isFalse();
    Script script = script();
    script.take(new Parse("", "SELECT $1", new int[] {23}));
    script.take(bind("", "", "1"));
    assertThat(takes(script, new Execute("", 7))).isFalse();
  }

  private static final String OF_OBJECTS =
      """
      pgdouble-trace 1

      A B ReadyForQuery I
      A F Parse "" "SELECT $1" 1 16390
      A F Query "SELECT relname FROM pg_class WHERE oid = 16385"
      A F Query "SELECT typname FROM pg_type WHERE oid IN (16390, 25)"
      A F Query "SELECT 16385"
      """;

  private static Script scriptOfObjects() {
    RecordedSession session = new RecordedSession("A");
    List<Recorded> events = Recording.read(OF_OBJECTS).events();
    for (int i = 0; i < events.size(); i++) {
      session.see(events.get(i), i);
    }
    return new StrictScript(new Casting(List.of(session)), session);
  }

  /** A process id may be as great as an OID, or not. */
  @Test
  void process_ids_are_not_taken_for_oids() {
    String text =
        """
        pgdouble-trace 1
        kind	recording

        A B BackendKeyData ${A.pid} ${A.key}
        A B ReadyForQuery I
        A F Query "SELECT pg_cancel_backend(${A.pid})"
        """;
    for (int pid : List.of(4711, 47110)) {
      RecordedSession session = new RecordedSession("A");
      List<Recorded> events = Recording.read(text).events();
      for (int i = 0; i < events.size(); i++) {
        session.see(events.get(i), i);
      }
      Casting casting = new Casting(List.of(session));
      casting.plays(session, pid);
      Script script = new StrictScript(casting, session);
      assertThat(takes(script, new Query("SELECT pg_cancel_backend(4712)"))).isFalse();
      assertThat(takes(script, new Query("SELECT pg_cancel_backend(47111)"))).isFalse();
      String query = "SELECT pg_cancel_backend(" + pid + ")";
      assertThat(takes(script, new Query(query))).isTrue();
    }
  }

  private static Query types(int one, int other) {
    return new Query("SELECT typname FROM pg_type WHERE oid IN (%d, %d)".formatted(one, other));
  }

  @Test
  void oids_of_users_objects_do_not_count_as_long_as_each_stands_for_the_same() {
    Script script = scriptOfObjects();
    assertThat(takes(script, new Parse("", "SELECT $1", new int[] {25}))).isFalse();
    assertThat(takes(script, new Parse("", "SELECT $1", new int[] {30001}))).isTrue();
    String relation = "SELECT relname FROM pg_class WHERE oid = ";
    assertThat(takes(script, new Query(relation + 30001))).isFalse();
    assertThat(takes(script, new Query(relation + 30002))).isTrue();
    assertThat(takes(script, types(30003, 25))).isFalse();
    assertThat(takes(script, types(30001, 23))).isFalse();
    assertThat(takes(script, types(30001, 25))).isTrue();
    assertThat(takes(script, new Query("SELECT 30002"))).isFalse();
    assertThat(takes(script, new Query("SELECT 16385"))).isTrue();
  }
}
