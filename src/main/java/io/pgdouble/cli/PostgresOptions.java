package io.pgdouble.cli;

import io.pgdouble.cli.GetOpt.BadOptionException;
import io.pgdouble.error.ReportedError;
import io.pgdouble.settings.PostgresSwitches;
import io.pgdouble.settings.SettingAssignment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of {@code postgres}: {@code postmaster.c: PostmasterMain}.
 *
 * @param directory of {@code -D}
 * @param shown the setting of {@code -C}
 * @param settings in their order
 */
record PostgresOptions(
    Optional<Path> directory, Optional<String> shown, List<SettingAssignment> settings) {
  private static final String SHORT = "B:bc:C:D:d:EeFf:h:ijk:lN:nOPp:r:S:sTt:W:";

  PostgresOptions {
    settings = List.copyOf(settings);
  }

  /**
   * Reads a command line.
   *
   * @throws ProgramFailure if it makes no sense
   * @throws ReportedError 42601 if a setting has no value
   */
  static PostgresOptions read(ProgramCall call) {
    List<String> words = new ArrayList<>();
    call.arguments().forEach(word -> addLong(words, word));
    try {
      GetOpt line = new GetOpt(SHORT, Map.of()).read(words);
      if (!line.operands().isEmpty()) {
        throw withHint("postgres: invalid argument: \"" + line.operands().get(0) + "\"\n");
      }
      return of(line.found());
    } catch (BadOptionException e) {
      throw withHint(call.program() + ": " + e.getMessage() + "\n");
    }
  }

  /** A long option is a setting, whatever its name. */
  private static void addLong(List<String> words, String word) {
    if (word.startsWith("--") && word.length() > 2) {
      words.add("-c");
      words.add(SettingAssignment.parse(word.substring(2), word).name() + valueOf(word));
    } else {
      words.add(word);
    }
  }

  private static String valueOf(String word) {
    return word.substring(word.indexOf('='));
  }

  private static ProgramFailure withHint(String text) {
    return new ProgramFailure(1, text + "Try \"postgres --help\" for more information.");
  }

  private static PostgresOptions of(List<GetOpt.Found> found) {
    Optional<Path> directory = Optional.empty();
    Optional<String> shown = Optional.empty();
    List<SettingAssignment> settings = new ArrayList<>();
    for (GetOpt.Found option : found) {
      switch (option.name()) {
        case "D" -> directory = Optional.of(Path.of(option.argument()));
        case "C" -> shown = Optional.of(option.argument());
        default -> settings.addAll(settingsOf(option));
      }
    }
    return new PostgresOptions(directory, shown, settings);
  }

  private static List<SettingAssignment> settingsOf(GetOpt.Found option) {
    char letter = option.name().charAt(0);
    String argument = option.argument();
    if (letter == 'c') {
      return List.of(SettingAssignment.parse(argument, "-c " + argument));
    }
    if (letter == 'E') {
      return List.of(new SettingAssignment("log_statement", "all"));
    }
    if (PostgresSwitches.isFlag(letter)) {
      return PostgresSwitches.ofFlag(letter);
    }
    return PostgresSwitches.ofArgument(letter, argument)
        .orElseThrow(
            () ->
                new ProgramFailure(
                    1,
                    "postgres: invalid argument for option -" + letter + ": \"" + argument + "\""));
  }
}
