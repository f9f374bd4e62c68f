package io.pgdouble.cli;

import io.pgdouble.datadir.FileModes;
import io.pgdouble.datadir.InitialAuthentication;
import io.pgdouble.datadir.InitialCluster;
import io.pgdouble.datadir.InitialCluster.Checksums;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.SettingAssignment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code initdb}: makes a data directory that the double can be started on, and says what
 * PostgreSQL's own program says.
 */
final class Initdb {
  private final ProgramCall call;
  private final InitdbOptions options;
  private final PrintStream out;
  private final InitdbWords words;

  private Initdb(ProgramCall call) {
    this.call = call;
    this.out = call.out();
    this.words = new InitdbWords(call.major());
    this.options = InitdbOptions.read(call);
  }

  /** Runs the program and returns its exit status. */
  static int run(ProgramCall call) {
    String first = call.arguments().stream().findFirst().orElse("");
    if (first.equals("-V") || first.equals("--version")) {
      call.out().println("initdb (PostgreSQL) " + call.version());
      return 0;
    }
    if (first.equals("-?") || first.equals("--help")) {
      call.out().print(ProgramHelp.of("initdb"));
      return 0;
    }
    try {
      new Initdb(call).work();
      return 0;
    } catch (ProgramFailure e) {
      if (!e.getMessage().isEmpty()) {
        call.err().println(new InitdbWords(call.major()).failure(e.getMessage()));
      }
      return e.status();
    }
  }

  private void work() {
    if (options.has("d")) {
      out.println("Running in debug mode.");
    }
    if (options.has("n")) {
      out.println("Running in no-clean mode.  Mistakes will not be cleaned up.");
    }
    String directory = directory();
    InitdbDirectory place = new InitdbDirectory(call, directory, options);
    if (options.has("S")) {
      place.syncOnly();
      return;
    }
    String superuser = options.value("U").orElse(System.getProperty("user.name"));
    if (superuser.startsWith("pg_")) {
      throw InitdbOptions.error(
          "superuser name \"%s\" is disallowed; role names cannot begin with \"pg_\""
              .formatted(superuser));
    }
    out.println(
        "The files belonging to this database system will be owned by user \""
            + System.getProperty("user.name")
            + "\".\nThis user must also own the server process.\n");
    Facts facts = Facts.of(call.major());
    InitdbLocale locale = new InitdbLocale(options, call.err());
    locale.checkProvider(words);
    locale.print(words, out);
    locale.checkEncoding(facts, out);
    String search = textSearch(locale);
    out.println(
        "\nData page checksums are "
            + (checksums() == Checksums.ON ? "enabled" : "disabled")
            + ".");
    checkPassword();
    out.println();
    place.create(cluster(Path.of(directory), superuser, settings(locale, search)));
    farewell(directory);
  }

  private String directory() {
    String environment = System.getenv().getOrDefault("PGDATA", "");
    String given = options.value("D").orElse(environment);
    if (given.isEmpty()) {
      throw InitdbOptions.error(
          "no data directory specified\ninitdb: hint: You must identify the directory where the"
              + " data for this database system will reside.  Do this with either the invocation"
              + " option -D or the environment variable PGDATA.");
    }
    return given;
  }

  private String textSearch(InitdbLocale locale) {
    String fitting = "english";
    String chosen = options.value("T").orElse(fitting);
    if (!chosen.equals(fitting)) {
      call.err()
          .println(
              "initdb: warning: specified text search configuration \""
                  + chosen
                  + "\" might not match locale \""
                  + locale.name("lc-ctype")
                  + "\"");
    }
    out.println("The default text search configuration will be set to \"" + chosen + "\".");
    return chosen;
  }

  /** The double does not ask for passwords yet, so there is nothing to keep. */
  private void checkPassword() {
    Optional<String> file = options.value("pwfile");
    if (options.has("W")) {
      throw InitdbOptions.error(
          "pgdouble does not simulate the prompt for a password\n"
              + "initdb: hint: Give a file: --pwfile.");
    }
    if (file.isEmpty()) {
      return;
    }
    try {
      if (Files.readString(Path.of(file.get())).isEmpty()) {
        throw InitdbOptions.error("password file \"" + file.get() + "\" is empty");
      }
    } catch (NoSuchFileException e) {
      throw InitdbOptions.error(
          "could not open file \"" + file.get() + "\" for reading: No such file or directory");
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not open file \"" + file.get() + "\" for reading: " + e.getMessage());
    }
  }

  private Checksums checksums() {
    boolean on =
        options.has("k") || words.checksumsByDefault() && !options.has("no-data-checksums");
    return on ? Checksums.ON : Checksums.OFF;
  }

  private InitialCluster cluster(Path directory, String superuser, Map<String, String> settings) {
    return new InitialCluster(
        call.major(),
        directory,
        superuser,
        options.has("g") ? FileModes.GROUP : FileModes.OWNER,
        settings,
        new InitialAuthentication(options.authLocal(), options.authHost()),
        options.value("X").map(Path::of),
        checksums());
  }

  /** What {@code initdb.c: setup_config} writes into {@code postgresql.conf}. */
  private Map<String, String> settings(InitdbLocale locale, String search) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("max_connections", "100");
    settings.put("shared_buffers", "128MB");
    settings.put("dynamic_shared_memory_type", "posix");
    settings.put("max_wal_size", "1GB");
    settings.put("min_wal_size", "80MB");
    for (String name : List.of("messages", "monetary", "numeric", "time")) {
      settings.put("lc_" + name, locale.name("lc-" + name));
    }
    settings.put("datestyle", "iso, mdy");
    settings.put("default_text_search_config", "pg_catalog." + search);
    settings.put("log_timezone", timeZone());
    settings.put("timezone", timeZone());
    if (options.has("g")) {
      settings.put("log_file_mode", "0640");
    }
    if (options.authLocal().equals("md5") || options.authHost().equals("md5")) {
      settings.put("password_encryption", "md5");
    }
    for (SettingAssignment assignment : options.settings()) {
      settings.put(assignment.name(), assignment.value());
    }
    return settings;
  }

  static String timeZone() {
    return ZoneId.systemDefault().getId();
  }

  private void farewell(String directory) {
    if (options.trustsByDefault()) {
      out.println();
      call.err().println(words.trustWarning());
    }
    if (!options.has("no-instructions")) {
      Path control = Path.of(call.program()).resolveSibling("pg_ctl");
      out.println(
          "\nSuccess. You can now start the database server using:\n\n    "
              + shellWord(control.toString())
              + " -D "
              + shellWord(directory)
              + " -l logfile start\n");
    }
  }

  /** {@code string_utils.c: appendShellString}. */
  private static String shellWord(String word) {
    return word.matches("[-A-Za-z0-9_./]+") ? word : "'" + word.replace("'", "'\"'\"'") + "'";
  }
}
