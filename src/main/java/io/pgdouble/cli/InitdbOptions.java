package io.pgdouble.cli;

import io.pgdouble.cli.GetOpt.BadOptionException;
import io.pgdouble.cli.InitdbWords.SegmentSize;
import io.pgdouble.settings.SettingAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of {@code initdb}: {@code initdb.c: main}. */
final class InitdbOptions {
  private static final Set<String> METHODS_EVERYWHERE =
      Set.of("trust", "reject", "scram-sha-256", "md5", "password", "radius", "pam", "ldap");

  private static final Set<String> METHODS_OF_HOST = Set.of("ident", "gss", "cert");

  private static final Set<String> WITH_PASSWORD = Set.of("md5", "password", "scram-sha-256");

  private static final Set<String> SYNC_METHODS = Set.of("fsync", "syncfs");

  private final InitdbWords words;
  private final Map<String, String> given = new HashMap<>();
  private final List<SettingAssignment> settings = new ArrayList<>();
  private String authLocal = "";
  private String authHost = "";

  private InitdbOptions(InitdbWords words) {
    this.words = words;
  }

  /**
   * Reads a command line.
   *
   * @throws ProgramFailure if it makes no sense
   */
  static InitdbOptions read(ProgramCall call) {
    InitdbOptions options = new InitdbOptions(new InitdbWords(call.major()));
    int major = call.major();
    try {
      GetOpt line =
          new GetOpt(InitdbOption.shortOptions(major), InitdbOption.longOptions(major))
              .read(call.arguments());
      for (GetOpt.Found found : line.found()) {
        options.take(InitdbOption.letter(found.name()), found.argument());
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
      case "locale-provider" -> oneOf(words.localeProviders(), "locale provider", argument);
      case "sync-method" -> oneOf(SYNC_METHODS, "sync method", argument);
      default -> {}
    }
  }

  private static void oneOf(Set<String> known, String what, String given) {
    if (!known.contains(given)) {
      throw error("unrecognized " + what + ": " + given);
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
    for (String option : List.of("builtin-locale", "icu-locale", "icu-rules")) {
      String needed = option.substring(0, option.indexOf('-'));
      if (has(option) && !localeProvider().equals(needed)) {
        throw error(
            "--%s cannot be specified unless locale provider \"%s\" is chosen"
                .formatted(option, needed));
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
    value("wal-segsize").ifPresent(this::checkSegmentSize);
  }

  /** The name of a method is what stands before a space; options follow it. */
  private static void checkMethod(String method, String type, Set<String> more) {
    String name = method.contains(" ") ? method.substring(0, method.indexOf(' ')) : method;
    if (!METHODS_EVERYWHERE.contains(name) && !more.contains(name)) {
      throw error(
          "invalid authentication method \"" + method + "\" for \"" + type + "\" connections");
    }
  }

  private void checkSegmentSize(String text) {
    if (!text.matches("[-+]?\\d{1,9}")) {
      throw error(words.segmentSizeIsNoNumber(text));
    }
    int size = Integer.parseInt(text);
    if (size < 1 || size > 1024) {
      throw error(words.segmentSizeIsUnfit(SegmentSize.OUT_OF_RANGE));
    }
    if (Integer.bitCount(size) != 1) {
      throw error(words.segmentSizeIsUnfit(SegmentSize.NO_POWER_OF_TWO));
    }
  }

  /** Whether an option is given, by its letter or, where it has none, its name. */
  boolean has(String name) {
    return given.containsKey(name);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name));
  }

  String localeProvider() {
    return value("locale-provider").orElse("libc");
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
