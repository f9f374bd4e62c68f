package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Servers whose lives a program in any language steers, line by line, in the words of a case. Its
 * language is told in {@code compat-tests/README.md}.
 */
public final class Steering implements AutoCloseable {
  private final OwnServer.Starter starter;
  private final Patience patience;
  private final List<OwnServer> servers = new ArrayList<>();

  /**
   * Has no servers yet.
   *
   * @param patience with servers that are awaited
   */
  public Steering(OwnServer.Starter starter, Patience patience) {
    this.starter = starter;
    this.patience = patience;
  }

  /**
   * Does what one line says.
   *
   * @return {@code ok}, with what was asked for, or {@code error} and why it cannot be done
   */
  public String obey(String line) {
    try {
      return "ok " + obey(Arrays.asList(line.strip().split("\\s+")));
    } catch (RuntimeException told) {
      return "error " + text(told);
    }
  }

  /** In one line, with what caused it. */
  private static String text(Throwable error) {
    StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      text.append(": ").append(cause.getMessage());
    }
    return text.toString().replaceAll("\\s+", " ");
  }

  private String obey(List<String> words) {
    if (words.get(0).equals("servers")) {
      return start(words.subList(1, words.size()));
    }
    OwnServer server = server(words.get(0));
    switch (word(words, 1)) {
      case "postmaster" -> postmaster(server, Signal.of(word(words, 2)));
      case "server" -> server(server, words.subList(2, words.size()));
      default -> throw new CaseSyntaxException("no step is named " + words.get(1));
    }
    return "";
  }

  private static String word(List<String> words, int index) {
    if (words.size() <= index) {
      throw new CaseSyntaxException("found " + words + " (expected: one word more)");
    }
    return words.get(index);
  }

  private String start(List<String> wishes) {
    close();
    wishes.forEach(wish -> servers.add(starter.start(wish(wish))));
    return servers.stream()
        .map(server -> "127.0.0.1:" + server.address().getPort())
        .collect(Collectors.joining(" "));
  }

  /** As {@code standby,name=value,name=value}. */
  private static ServerWish wish(String text) {
    String[] parts = text.split(",", 2);
    ServerWish wish = ServerWish.NONE.withKind(ServerKind.of(parts[0]));
    return parts.length < 2 ? wish : wish.withSettings(parts[1].replace(',', ' '));
  }

  private OwnServer server(String number) {
    return Optional.of(number)
        .filter(digits -> digits.matches("[1-9]"))
        .map(digits -> Integer.parseInt(digits) - 1)
        .filter(index -> index < servers.size())
        .map(servers::get)
        .orElseThrow(() -> new CaseSyntaxException("no server is numbered " + number));
  }

  private static void postmaster(OwnServer server, Signal signal) {
    server
        .postmasterSignals()
        .orElseThrow(() -> new IllegalStateException(server.name() + " offers no signals"))
        .send(signal);
  }

  private void server(OwnServer server, List<String> words) {
    switch (word(words, 0)) {
      case "signal" ->
          control(server).signal(Integer.parseInt(word(words, 2)), Signal.of(word(words, 1)));
      case "await" -> await(server, Door.State.of(word(words, 1)));
      default -> ServerAct.of(words.get(0)).on(control(server));
    }
  }

  private static ServerControl control(OwnServer server) {
    return server
        .control()
        .orElseThrow(() -> new IllegalStateException(server.name() + " cannot be steered"));
  }

  private void await(OwnServer server, Door.State state) {
    if (!new Door(server.address()).await(state, patience.limit())) {
      throw new IllegalStateException(server.name() + " is not " + state.word());
    }
  }

  /** Ends the servers. */
  @Override
  public void close() {
    servers.forEach(OwnServer::close);
    servers.clear();
  }
}
