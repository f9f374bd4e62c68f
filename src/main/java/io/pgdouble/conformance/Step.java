package io.pgdouble.conformance;

import io.pgdouble.reference.StandbyConflict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a case's script. */
public sealed interface Step {

  /** The step as a case file writes it, tabs between its columns. */
  String text();

  /** Plays this step and returns what arrived. */
  List<Answer> play(Stage stage);

  /** Opens connections, starts sessions on them and waits until they are ready. */
  record Connect(String connections, String parameters) implements Step {
    @Override
    public String text() {
      return Words.line(connections, "connect", parameters);
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.connect(Words.names(connections), parameters);
    }
  }

  /** Opens a connection and sends nothing. */
  record Open(String connection, Transport transport) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "open", transport.word());
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.open(connection, transport);
    }
  }

  /** Answers what the server asks of a role, with its password, until nothing more is asked. */
  record Login(String connection, String role, String password) implements Step {
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"\\s+\"([^\"]*)\"");

    static Login of(String connection, String words) {
      Matcher two = WORDS.matcher(words);
      if (!two.matches()) {
        throw new CaseSyntaxException("found " + words + " (expected: \"role\" \"password\")");
      }
      return new Login(connection, two.group(1), two.group(2));
    }

    @Override
    public String text() {
      return Words.line(connection, "login", "\"" + role + "\" \"" + password + "\"");
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.login(connection, role, password);
    }
  }

  /** Sends a message or bytes, together with those that follow until something is awaited. */
  record Send(String connection, Outgoing outgoing) implements Step {
    @Override
    public String text() {
      return connection + "\t" + outgoing.text();
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.frontend(connection).send(outgoing, stage);
      return List.of();
    }
  }

  /** Cuts what is sent next into pieces of the given sizes in bytes, the last one repeated. */
  record Split(String connection, List<Integer> sizes) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "split", Words.joined(sizes));
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.frontend(connection).split(sizes);
      return List.of();
    }
  }

  /** Sends now what has been gathered. */
  record Write(String connection) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "write");
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.frontend(connection).write();
      return List.of();
    }
  }

  /** Reads up to and including a message of this name, {@code Closed} for the end. */
  record Until(String connection, String message) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "until", message);
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.until(connection, message);
    }
  }

  /** Expects that nothing arrives for this long. */
  record Silent(String connection, Duration time) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "silent", time.toMillis() + "ms");
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.silent(connection, time);
    }
  }

  /** Ends a connection as the kernel can: both ways, one way, or with a reset. */
  record End(String connection, Ending ending) implements Step {
    @Override
    public String text() {
      return Words.line(connection, ending.word());
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.frontend(connection).end(ending);
      return List.of();
    }
  }

  /** Says Terminate and reads to the end. Played on every connection that a script leaves open. */
  record Finish(String connection) implements Step {
    @Override
    public String text() {
      return Words.line(connection, "finish");
    }

    @Override
    public List<Answer> play(Stage stage) {
      return stage.finish(connection);
    }
  }

  /** Lets time pass. */
  record Pause(Duration time) implements Step {
    @Override
    public String text() {
      return Words.line("pause", time.toMillis() + "ms");
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.pause(time);
      return List.of();
    }
  }

  /** Steers the life of a server of the case's own. */
  record Act(ServerAct act) implements Step {
    @Override
    public String text() {
      return Words.line("server", act.word());
    }

    @Override
    public List<Answer> play(Stage stage) {
      act.on(stage.control());
      return List.of();
    }
  }

  /** Waits until the server lets somebody in, refuses everybody, or is gone. */
  record Await(Door.State state) implements Step {
    @Override
    public String text() {
      return Words.line("server", "await", state.word());
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.await(state);
      return List.of();
    }
  }

  /** A signal to a connection's backend. */
  record Kill(String connection, Signal signal) implements Step {
    @Override
    public String text() {
      return Words.line("server", "signal", signal.word(), connection);
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.signal(connection, signal);
      return List.of();
    }
  }

  /** The primary does what a connection's session stands in the way of. */
  record Conflict(String connection, StandbyConflict conflict) implements Step {
    @Override
    public String text() {
      return Words.line("server", "conflict", word(conflict), connection);
    }

    private static String word(StandbyConflict conflict) {
      return conflict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.conflict(connection, conflict);
      return List.of();
    }

    static Conflict of(String word, String connection) {
      String problem = "no conflict with recovery is named";
      return new Conflict(
          connection, Words.named(StandbyConflict.values(), Conflict::word, word, problem));
    }
  }

  /** A signal to the postmaster, and to no backend. */
  record Postmaster(Signal signal) implements Step {
    @Override
    public String text() {
      return Words.line("postmaster", signal.word());
    }

    @Override
    public List<Answer> play(Stage stage) {
      stage.signal(signal);
      return List.of();
    }
  }
}
