package io.pgdouble.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.AnyMessage;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Close;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyFail;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Flush;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import io.pgdouble.trace.Direction;
import io.pgdouble.validation.Severity;
import io.pgdouble.validation.Validator;
import io.pgdouble.validation.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever a frontend says, the session breaks no rule of the protocol. */
class SessionKeepsTheProtocolTest {
  private static final Engine ENGINE = new Engine(new EngineOptions(16, "postgres", Map.of()));
  private static final int HEAD = 1 + Integer.BYTES;
  private static final String PIPELINED = "PBDEC";

  /** How far frontends are to get, and in how many of a hundred conversations at least. */
  private static final Map<String, Integer> DEPTHS =
      Map.ofEntries(
          Map.entry("copies in by Query", 20),
          Map.entry("copies in by Execute", 15),
          Map.entry("copies out by Query", 5),
          Map.entry("copies out by Execute", 5),
          Map.entry("has copied in", 12),
          Map.entry("copies in no longer", 20),
          Map.entry("is told something else while it copies in", 4),
          Map.entry("is interrupted while it copies in", 4),
          Map.entry("calls a function", 8),
          Map.entry("refuses a function", 8),
          Map.entry("notifies", 6),
          Map.entry("suspends a portal", 6),
          Map.entry("fails in a pipeline", 40),
          Map.entry("skips after an error", 40),
          Map.entry("is interrupted while it skips", 8),
          Map.entry("ends", 30));

  private static final List<String> QUERIES =
      List.of(
          "",
          ";",
          "SELECT 1",
          "SELECT $1::int",
          "SELECT $1, $2",
          "SELECT n, n / (n - 2) FROM generate_series(1, 3) n",
          "SELECT n FROM generate_series(1, 3) n",
          "SELECT 1; SELECT 2, 3",
          "SELECT 1; SELECT nosuch; SELECT 2",
          "SELECT",
          "SELECT 1/0",
          "SELEC");

  private static final List<String> COMMANDS =
      List.of(
          "BEGIN",
          "BEGIN; SAVEPOINT s",
          "SAVEPOINT s",
          "RELEASE s",
          "ROLLBACK TO s",
          "ROLLBACK",
          "ROLLBACK AND CHAIN",
          "COMMIT",
          "COMMIT AND CHAIN",
          "SELECT 1; COMMIT; SELECT 1/0",
          "BEGIN; SELECT 1; COMMIT; BEGIN",
          "PREPARE TRANSACTION 'x'",
          "DECLARE a CURSOR FOR SELECT n FROM generate_series(1, 4) n",
          "DECLARE b CURSOR WITH HOLD FOR SELECT 1",
          "FETCH 2 FROM a",
          "MOVE 1 FROM a",
          "CLOSE a",
          "PREPARE a AS SELECT $1::int",
          "EXECUTE a(1)",
          "DEALLOCATE ALL",
          "SET application_name = 'x'",
          "SET client_encoding = 'LATIN1'",
          "SET LOCAL work_mem = '1MB'",
          "SHOW work_mem",
          "DISCARD ALL",
          "CREATE TEMP TABLE t (a int)",
          "INSERT INTO t VALUES (1), (2) RETURNING a",
          "UPDATE t SET a = a + 1 RETURNING a",
          "DELETE FROM t",
          "COPY t FROM STDIN",
          "COPY t TO STDOUT",
          "COPY (SELECT 1, 2) TO STDOUT; SELECT 1",
          "COPY t FROM STDIN; COPY t TO STDOUT",
          "LISTEN c",
          "NOTIFY c",
          "DO $$ BEGIN END $$",
          "SELECT pg_notify('c', 'x'), 'y'::text");

  /** What a frontend does: says something, or has something happen to its backend. */
  private sealed interface Act {}

  /** A message as bytes, which need not fit its type. */
  private record Said(char type, byte[] body) implements Act {
    static Act of(FrontendMessage message) {
      BytesWriter out = new BytesWriter();
      out.frontend(message);
      return new Said((char) out.array()[0], Arrays.copyOfRange(out.array(), HEAD, out.length()));
    }

    @Override
    public String toString() {
      return MessageDictionary.decode(type, body, ClientEncoding.UTF8).toString();
    }
  }

  private record Happened(Interrupt interrupt) implements Act {}

  /** A session that is judged. */
  private static final class Judged implements BackendSink {
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Validator validator = Validator.amid(verdicts::add);
    private final FakeHost host = new FakeHost();
    private final Session session;
    private ClientEncoding encoding = ClientEncoding.UTF8;
    private final Set<String> depths = new TreeSet<>();
    private boolean judged;
    private boolean ended;
    private char last = ' ';
    private boolean skipping;
    private boolean copying;

    Judged() {
      SessionStart start = new SessionStart("postgres", "postgres", Optional.empty(), List.of());
      session = new Session(ENGINE, host, start, this);
      session.start();
      session.ready();
      judged = true;
    }

    void perform(Act act) {
      if (act instanceof Said said) {
        last = said.type();
        note(skipping && PIPELINED.indexOf(last) >= 0, "skips after an error");
        note(copying && PIPELINED.indexOf(last) >= 0, "is told something else while it copies in");
        skipping &= last != 'S';
        validator.frontend((byte) said.type(), said.body(), 0, said.body().length);
        session.receive(MessageDictionary.decode(said.type(), said.body(), encoding));
      } else if (act instanceof Happened happened) {
        note(copying, "is interrupted while it copies in");
        note(skipping, "is interrupted while it skips");
        host.raise(happened.interrupt());
        session.interrupt();
      }
    }

    private void note(boolean reached, String depth) {
      if (reached) {
        depths.add(depth);
      }
    }

    private void note(char answer) {
      boolean pipelined = PIPELINED.indexOf(last) >= 0;
      note(answer == 'G', pipelined ? "copies in by Execute" : "copies in by Query");
      note(answer == 'H', pipelined ? "copies out by Execute" : "copies out by Query");
      note(copying && answer == 'C', "has copied in");
      note(copying && answer == 'E', "copies in no longer");
      note(answer == 'V', "calls a function");
      note(answer == 'A', "notifies");
      note(answer == 's', "suspends a portal");
      note(answer == 'E' && last == 'F', "refuses a function");
      note(answer == 'E' && pipelined, "fails in a pipeline");
      skipping = answer == 'E' && (skipping || pipelined) || skipping && answer != 'Z';
      copying = answer == 'G' || copying && "CEZ".indexOf(answer) < 0;
    }

    List<String> broken() {
      return verdicts.stream()
          .filter(verdict -> verdict.side() == Direction.BACKEND)
          .filter(verdict -> verdict.severity() == Severity.VIOLATION)
          .map(Verdict::text)
          .toList();
    }

    @Override
    public void send(BackendMessage message) {
      note(message.type());
      if (judged) {
        BytesWriter out = new BytesWriter();
        out.encoding(encoding);
        out.backend(message);
        validator.backend(out.array()[0], out.array(), HEAD, out.length());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void clientEncoding(ClientEncoding newEncoding) {
      encoding = newEncoding;
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void no_frontend_makes_the_session_break_the_protocol(@ForAll("acts") List<Act> acts) {
    Judged judged = new Judged();
    judged.perform(Said.of(new Query("CREATE TEMP TABLE t (a int)")));
    for (Act act : acts) {
      if (!judged.ended) {
        judged.perform(act);
      }
    }
    judged.note(judged.ended, "ends");
    judged.session.close();
    assertThat(judged.broken()).isEmpty();
    DEPTHS.forEach((depth, least) -> collect(judged, depth, least));
  }

  /** A property over conversations that get nowhere would say nothing. */
  private static void collect(Judged judged, String depth, int least) {
    Statistics.label(depth)
        .collect(judged.depths.contains(depth))
        .coverage(coverage -> coverage.check(true).percentage(share -> share >= least));
  }

  @Example
  void a_session_whose_answers_get_lost_is_seen_to_break_it() {
    Judged judged = new Judged();
    judged.perform(Said.of(new Query("SELECT 1")));
    judged.judged = false;
    judged.perform(Said.of(new Parse("s", "SELECT 1", new int[0])));
    judged.judged = true;
    judged.perform(Said.of(new Sync()));
    assertThat(judged.broken()).hasSize(1);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Arbitraries.frequencyOf(
            Tuple.of(20, meant().map(Said::of).map(List::of)),
            Tuple.of(1, AnyMessage.ofFrontend().map(Said::of).map(List::of)),
            Tuple.of(1, malformed().map(List::of)),
            Tuple.of(1, interrupts().map(List::of)),
            Tuple.of(6, phrases()))
        .list()
        .ofMinSize(4)
        .ofMaxSize(30)
        .map(parts -> parts.stream().flatMap(List::stream).toList());
  }

  /** Several messages that make sense together, but for one that is left out or comes between. */
  private static Arbitrary<List<Act>> phrases() {
    FrontendMessage data = new CopyData(new byte[] {'1', '\n'});
    FrontendMessage garbage = new CopyData(new byte[] {'x', '\n'});
    Bind bind = new Bind("", "", new short[0], new byte[0][], new short[0]);
    Execute execute = new Execute("", 0);
    Parse in = new Parse("", "COPY t FROM STDIN", new int[0]);
    Parse out = new Parse("", "COPY t TO STDOUT", new int[0]);
    Parse many = new Parse("", "SELECT n FROM generate_series(1, 3) n", new int[0]);
    List<List<FrontendMessage>> phrases =
        List.of(
            List.of(new Query("COPY t FROM STDIN"), data, data, new CopyDone()),
            List.of(new Query("COPY t FROM STDIN"), data, garbage, data, new CopyDone()),
            List.of(new Query("COPY t FROM STDIN; SELECT 1"), data, new CopyFail("no")),
            List.of(in, bind, execute, data, new CopyDone(), new Sync()),
            List.of(in, bind, execute, new Sync(), data, new CopyDone(), new Sync()),
            List.of(in, bind, execute, garbage, new CopyFail("no"), out, new Sync()),
            List.of(out, bind, execute, new Sync()),
            List.of(new Query("COPY t TO STDOUT; SELECT 1"), new Query("COPY t TO STDOUT")),
            List.of(many, bind, new Execute("", 2), new Execute("", 2), new Sync()),
            List.of(many, bind, new Describe('P', "nosuch"), execute, new Flush(), new Sync()),
            List.of(new Query("LISTEN c"), new Query("NOTIFY c")),
            List.of(calls().get(0), calls().get(1), new Sync()));
    return Combinators.combine(
            Arbitraries.of(phrases), Arbitraries.integers().between(0, 7), disturbances())
        .as(SessionKeepsTheProtocolTest::disturbed);
  }

  /** What comes between; nothing where something is left out instead. */
  private static Arbitrary<List<Act>> disturbances() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(List.of())),
        Tuple.of(2, meant().map(Said::of).map(List::of)),
        Tuple.of(2, interrupts().map(List::of)));
  }

  private static List<Act> disturbed(
      List<FrontendMessage> phrase, int index, List<Act> disturbance) {
    List<Act> acts = new ArrayList<>();
    phrase.forEach(message -> acts.add(Said.of(message)));
    int at = Math.min(index, acts.size());
    acts.addAll(at, disturbance);
    if (disturbance.isEmpty() && at < acts.size()) {
      acts.remove(at);
    }
    acts.add(0, Said.of(new Sync()));
    acts.add(1, Said.of(new Query("ROLLBACK")));
    return acts;
  }

  /** What a frontend might mean. */
  private static Arbitrary<FrontendMessage> meant() {
    Arbitrary<String> names = Arbitraries.of("", "a", "b");
    Arbitrary<Character> kinds = Arbitraries.of('S', 'P');
    return Arbitraries.frequencyOf(
        Tuple.of(4, sql().map(Query::new)),
        Tuple.of(4, Combinators.combine(names, sql()).as((n, s) -> new Parse(n, s, new int[0]))),
        Tuple.of(5, binds(names)),
        Tuple.of(4, Combinators.combine(kinds, names).as(Describe::new)),
        Tuple.of(5, Combinators.combine(names, Arbitraries.of(0, 1, 2, -1)).as(Execute::new)),
        Tuple.of(2, Combinators.combine(kinds, names).as(Close::new)),
        Tuple.of(4, Arbitraries.just(new Sync())),
        Tuple.of(1, Arbitraries.of(new Flush(), new CopyDone(), new CopyFail("no"))),
        Tuple.of(1, Arbitraries.just(new CopyData(new byte[] {'1', '\n'}))),
        Tuple.of(1, Arbitraries.of(calls())));
  }

  private static Arbitrary<Bind> binds(Arbitrary<String> names) {
    Arbitrary<short[]> formats =
        Arbitraries.of((short) 0, (short) 1).array(short[].class).ofMaxSize(2);
    Arbitrary<byte[][]> values =
        Arbitraries.of("1", "x", "").map(String::getBytes).array(byte[][].class).ofMaxSize(2);
    return Combinators.combine(names, names, formats, values, formats).as(Bind::new);
  }

  private static List<FrontendMessage> calls() {
    byte[][] one = {{0, 0, 0, 5}};
    return List.of(
        new FunctionCall(1397, new short[] {1}, one, (short) 1),
        new FunctionCall(1, new short[0], new byte[0][], (short) 0),
        new Terminate());
  }

  private static Arbitrary<String> sql() {
    List<String> all = new ArrayList<>(QUERIES);
    all.addAll(COMMANDS);
    return Arbitraries.of(all);
  }

  /** A message of a known type that may be cut short, or have more in it than it should. */
  private static Arbitrary<Act> malformed() {
    Arbitrary<byte[]> more = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
    Arbitrary<Integer> kept = Arbitraries.integers().between(0, 20);
    return Combinators.combine(meant(), kept, more)
        .as(
            (message, length, rest) -> {
              Said whole = (Said) Said.of(message);
              byte[] body = Arrays.copyOf(whole.body(), Math.min(length, whole.body().length));
              byte[] changed = Arrays.copyOf(body, body.length + rest.length);
              System.arraycopy(rest, 0, changed, body.length, rest.length);
              return new Said(whole.type(), changed);
            });
  }

  private static Arbitrary<Act> interrupts() {
    return Arbitraries.of(Interrupt.values()).map(Happened::new);
  }
}
