package io.pgdouble.conformance;

import io.pgdouble.auth.FrontendLogin;
import io.pgdouble.reference.StandbyConflict;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceSyntaxException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One performance of one case: its connections, and what it has learned of their backends. */
final class Stage implements Symbols, AutoCloseable {

  private static final byte READY_FOR_QUERY = MessageLayout.READY_FOR_QUERY.type();
  private static final String USUAL_PARAMETERS = "\"user\" \"postgres\" \"database\" \"postgres\"";

  private final Map<String, Frontend> frontends = new LinkedHashMap<>();
  private final Backends backends = new Backends();
  private final CaseNotation notation;
  private final Server server;
  private final Patience patience;
  private final boolean ownServer;

  Stage(CaseHeader header, Server server, Patience patience) {
    this.notation = new CaseNotation(header, backends);
    this.server = server;
    this.patience = patience;
    this.ownServer = !header.server().isNone();
  }

  /** Sessions that begin as usual leave no answers; of one that does not, everything is shown. */
  List<Answer> connect(List<String> connections, String parameters) {
    String columns = "3 0 " + (parameters.isEmpty() ? USUAL_PARAMETERS : parameters);
    List<Answer> unusual = new ArrayList<>();
    for (String connection : connections) {
      unusual.addAll(open(connection, Transport.TCP));
      frontend(connection).send(new Outgoing.Message(MessageLayout.STARTUP_MESSAGE, columns), this);
      List<Answer> answers = until(connection, MessageLayout.READY_FOR_QUERY.title());
      if (!answers.get(answers.size() - 1).line().name().equals("ReadyForQuery")) {
        unusual.addAll(answers);
      }
    }
    return unusual;
  }

  List<Answer> open(String connection, Transport transport) {
    Frontend frontend = new Frontend(address(transport));
    Frontend former = frontends.put(connection, frontend);
    if (former != null) {
      former.close();
    }
    return frontend.isRefused() ? List.of(answer(connection, new Crossing.Refused())) : List.of();
  }

  private SocketAddress address(Transport transport) {
    if (transport == Transport.TCP) {
      return server.address();
    }
    Path directory =
        server
            .socketDirectory()
            .orElseThrow(() -> new IllegalStateException(server.name() + " has no Unix socket"));
    return UnixDomainSocketAddress.of(directory.resolve(".s.PGSQL." + server.address().getPort()));
  }

  Frontend frontend(String connection) {
    Frontend frontend = frontends.get(connection);
    if (frontend == null) {
      throw new CaseSyntaxException("connection " + connection + " has not been opened");
    }
    return frontend;
  }

  List<Answer> until(String connection, String message) {
    Predicate<Crossing> last = crossing -> nameOf(crossing).equals(message);
    return answers(connection, frontend(connection).until(last, patience.limit()));
  }

  /** Reads on, and answers each request, up to ReadyForQuery or the end. */
  List<Answer> login(String connection, String role, String password) {
    byte[] nonce = new byte[FrontendLogin.NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    FrontendLogin login = new FrontendLogin(role, Optional.of(password), nonce);
    Frontend frontend = frontend(connection);
    List<Crossing> all = new ArrayList<>();
    Optional<byte[]> reply;
    do {
      Predicate<Crossing> last = c -> nameOf(c).equals("ReadyForQuery") || request(c).isPresent();
      all.addAll(frontend.until(last, patience.limit()));
      reply = request(all.get(all.size() - 1)).flatMap(login::answer);
      reply.ifPresent(frontend::send);
    } while (reply.isPresent());
    return answers(connection, all);
  }

  /** What asks for an answer; the end of SASL and AuthenticationOk do not. */
  private static Optional<byte[]> request(Crossing crossing) {
    return crossing instanceof Crossing.Message message
            && message.type() == MessageLayout.AUTHENTICATION.type()
            && FrontendLogin.isAsked(message.body())
        ? Optional.of(message.body())
        : Optional.empty();
  }

  List<Answer> silent(String connection, Duration time) {
    List<Answer> all = answers(connection, frontend(connection).until(c -> false, time));
    int last = all.size() - 1;
    return all.get(last).line().name().equals("TimedOut") ? all.subList(0, last) : all;
  }

  List<Answer> finish(String connection) {
    Frontend frontend = frontend(connection);
    frontend.send(new Outgoing.Message(MessageLayout.TERMINATE, ""), this);
    List<Answer> all = until(connection, "Closed");
    frontend.close();
    int last = all.size() - 1;
    return all.get(last).line().name().equals("Closed") ? all.subList(0, last) : all;
  }

  void pause(Duration time) {
    frontends.values().forEach(Frontend::write);
    Frontend.sleep(time);
  }

  void signal(Signal signal) {
    refuseToHarm(signal);
    server
        .postmasterSignals()
        .orElseThrow(() -> new IllegalStateException(server.name() + " offers no signals"))
        .send(signal);
  }

  void signal(String connection, Signal signal) {
    refuseToHarm(signal);
    control().signal(Integer.parseInt(text("${" + connection + ".pid}")), signal);
  }

  /** Only a server of the case's own has a primary. */
  void conflict(String connection, StandbyConflict conflict) {
    frontends.values().forEach(Frontend::write);
    control().conflict(Integer.parseInt(text("${" + connection + ".pid}")), conflict);
  }

  /** What others use, a case leaves as it was. */
  private void refuseToHarm(Signal signal) {
    frontends.values().forEach(Frontend::write);
    if (!ownServer && !signal.isHarmless()) {
      throw new CaseSyntaxException(signal.word() + " takes a server of its own");
    }
  }

  ServerControl control() {
    return server
        .control()
        .filter(control -> ownServer)
        .orElseThrow(() -> new CaseSyntaxException(server.name() + " is not for a case to steer"));
  }

  void await(Door.State state) {
    frontends.values().forEach(Frontend::write);
    if (!new Door(server.address()).await(state, patience.limit())) {
      throw new TraceSyntaxException("the server is not " + state.word());
    }
  }

  /** The connections that are still open, oldest first. */
  List<String> openConnections() {
    return frontends.keySet().stream().filter(name -> frontends.get(name).isOpen()).toList();
  }

  private List<Answer> answers(String connection, List<Crossing> crossings) {
    List<Answer> answers = new ArrayList<>(crossings.size());
    for (Crossing crossing : crossings) {
      answers.add(answer(connection, crossing));
    }
    return answers;
  }

  private Answer answer(String connection, Crossing crossing) {
    if (crossing instanceof Crossing.Message message
        && message.type() == MessageLayout.BACKEND_KEY_DATA.type()
        && message.body().length >= 4) {
      backends.learn(connection, message.body());
    }
    return new Answer(connection, notation.mask(crossing.line(notation)));
  }

  private String nameOf(Crossing crossing) {
    if (crossing instanceof Crossing.Message message && message.type() == READY_FOR_QUERY) {
      return "ReadyForQuery";
    }
    return crossing.line(notation).name();
  }

  @Override
  public String text(String symbol) {
    return backends.text(symbol);
  }

  @Override
  public byte[] bytes(String symbol) {
    return backends.bytes(symbol);
  }

  @Override
  public void close() {
    frontends.values().forEach(Frontend::close);
  }
}
