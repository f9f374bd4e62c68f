package io.pgdouble.cli;

import io.pgdouble.cli.GetOpt.Argument;
import io.pgdouble.cli.GetOpt.BadOptionException;
import io.pgdouble.settings.SettingAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of {@code initdb}: {@code initdb.c: main}. */
final class InitdbOptions {
  private static final String SHORT = "A:c:dD:E:gkL:nNsST:U:WX:";

  private static final Set<String> METHODS_EVERYWHERE =
      Set.of("trust", "reject", "scram-sha-256", "md5", "password", "radius", "pam", "ldap");

  private static final Set<String> METHODS_OF_HOST = Set.of("ident", "gss", "cert");

  private static final Set<String> WITH_PASSWORD = Set.of("md5", "password", "scram-sha-256");

  private static final Map<String, Argument> LONG = new LinkedHashMap<>();

  /** Long names, and the letter that means the same where there is one. */
  private static final Map<String, String> LETTERS = new HashMap<>();

  static {
    with("pgdata", "D");
    with("encoding", "E");
    for (String name : List.of("locale", "lc-collate", "lc-ctype", "lc-monetary", "lc-numeric")) {
      with(name, "");
    }
    with("lc-time", "");
    with("lc-messages", "");
    without("no-locale", "");
    with("text-search-config", "T");
    with("auth", "A");
    with("auth-local", "");
    with("auth-host", "");
    without("pwprompt", "W");
    with("pwfile", "");
    with("username", "U");
    without("help", "?");
    without("version", "V");
    without("debug", "d");
    without("show", "s");
    without("noclean", "n");
    without("no-clean", "n");
    without("nosync", "N");
    without("no-sync", "N");
    without("no-instructions", "");
    with("set", "c");
    without("sync-only", "S");
    with("waldir", "X");
    with("wal-segsize", "");
    without("data-checksums", "k");
    without("allow-group-access", "g");
    without("discard-caches", "");
    with("locale-provider", "");
    with("icu-locale", "");
    with("icu-rules", "");
  }

  private static void with(String name, String letter) {
    LONG.put(name, Argument.REQUIRED);
    LETTERS.put(name, letter.isEmpty() ? name : letter);
  }

  private static void without(String name, String letter) {
    LONG.put(name, Argument.NONE);
    LETTERS.put(name, letter.isEmpty() ? name : letter);
  }

  private final Map<String, String> given = new HashMap<>();
  private final List<SettingAssignment> settings = new ArrayList<>();
  private String authLocal = "";
  private String authHost = "";

  private InitdbOptions() {}

  /**
   * Reads a command line.
   *
   * @throws ProgramFailure if it makes no sense
   */
  static InitdbOptions read(ProgramCall call) {
    InitdbOptions options = new InitdbOptions();
    Map<String, Argument> known = new LinkedHashMap<>(LONG);
    if (new InitdbWords(call.major()).checksumsByDefault()) {
      known.put("no-data-checksums", Argument.NONE);
    }
    try {
      GetOpt line = new GetOpt(SHORT, known).read(call.arguments());
      for (GetOpt.Found found : line.found()) {
        options.take(LETTERS.getOrDefault(found.name(), found.name()), found.argument());
      }
      options.operands(line.operands());
    } catch (BadOptionException e) {
      throw withHint(call.program() + ": " + e.getMessage());
    }
    options.check();
    return options;
  }

  private static ProgramFailure withHint(String text) {
    return new ProgramFailure(
        1, text + "\ninitdb: hint: Try \"initdb --help\" for more information.");
  }

  static ProgramFailure error(String text) {
    return new ProgramFailure(1, "initdb: error: " + text);
  }

  private void take(String name, String argument) {
    given.put(name, argument);
    switch (name) {
      case "A" -> takeAuthentication(argument);
      case "auth-local" -> authLocal = argument;
      case "auth-host" -> authHost = argument;
      case "c" -> takeSetting(argument);
      case "no-locale" -> given.put("locale", "C");
      case "locale-provider" -> {
        if (!argument.equals("icu") && !argument.equals("libc")) {
          throw error("unrecognized locale provider: " + argument);
        }
      }
      default -> {}
    }
  }

  /** What is called ident is peer on a Unix socket, and the other way round. */
  private void takeAuthentication(String method) {
    authLocal = method.equals("ident") ? "peer" : method;
    authHost = method.equals("peer") ? "ident" : method;
  }

  private void takeSetting(String argument) {
    if (!argument.contains("=")) {
      throw withHint("initdb: error: -c " + argument + " requires a value");
    }
    settings.add(SettingAssignment.parse(argument, "-c " + argument));
  }

  private void operands(List<String> operands) {
    List<String> left = new ArrayList<>(operands);
    if (!left.isEmpty() && !has("D")) {
      given.put("D", left.remove(0));
    }
    if (!left.isEmpty()) {
      throw withHint(
          "initdb: error: too many command-line arguments (first is \"" + left.get(0) + "\")");
    }
  }

  private void check() {
    boolean icu = value("locale-provider").equals(Optional.of("icu"));
    for (String option : List.of("icu-locale", "icu-rules")) {
      if (has(option) && !icu) {
        throw error(
            "--" + option + " cannot be specified unless locale provider \"icu\" is chosen");
      }
    }
    if (has("S")) {
      return;
    }
    if (has("W") && has("pwfile")) {
      throw error("password prompt and password file cannot be specified together");
    }
    checkMethod(authLocal(), "local", Set.of("peer"));
    checkMethod(authHost(), "host", METHODS_OF_HOST);
    if (WITH_PASSWORD.contains(authLocal())
        && WITH_PASSWORD.contains(authHost())
        && !has("W")
        && !has("pwfile")) {
      throw error("must specify a password for the superuser to enable password authentication");
    }
    value("wal-segsize").ifPresent(InitdbOptions::checkSegmentSize);
  }

  /** The name of a method is what stands before a space; options follow it. */
  private static void checkMethod(String method, String type, Set<String> more) {
    String name = method.contains(" ") ? method.substring(0, method.indexOf(' ')) : method;
    if (!METHODS_EVERYWHERE.contains(name) && !more.contains(name)) {
      throw error(
          "invalid authentication method \"" + method + "\" for \"" + type + "\" connections");
    }
  }

  private static void checkSegmentSize(String text) {
    if (!text.matches("[-+]?\\d{1,9}")) {
      throw error("argument of --wal-segsize must be a number");
    }
    int size = Integer.parseInt(text);
    if (size < 1 || size > 1024 || Integer.bitCount(size) != 1) {
      throw error("argument of --wal-segsize must be a power of two between 1 and 1024");
    }
  }

  /** Whether an option is given, by its letter or, where it has none, its name. */
  boolean has(String name) {
    return given.containsKey(name);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /** Those of {@code -c}. */
  List<SettingAssignment> settings() {
    return settings;
  }

  String authLocal() {
    return authLocal.isEmpty() ? "trust" : authLocal;
  }

  String authHost() {
    return authHost.isEmpty() ? "trust" : authHost;
  }

  /** {@code check_authmethod_unspecified}: nobody said how, and whoever comes is believed. */
  boolean trustsByDefault() {
    return authLocal.isEmpty() || authHost.isEmpty();
  }
}
