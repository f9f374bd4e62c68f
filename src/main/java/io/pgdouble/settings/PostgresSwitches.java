package io.pgdouble.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one-letter options of {@code postgres}, and the settings they stand for: {@code postgres.c:
 * process_postgres_switches}, {@code postmaster.c: PostmasterMain}. A table.
 */
public final class PostgresSwitches {
  /** Flags without an argument, and what they set. */
  private static final Map<Character, SettingAssignment> FLAGS =
      Map.of(
          'e', new SettingAssignment("datestyle", "euro"),
          'F', new SettingAssignment("fsync", "false"),
          'i', new SettingAssignment("listen_addresses", "*"),
          'l', new SettingAssignment("ssl", "true"),
          'O', new SettingAssignment("allow_system_table_mods", "true"),
          'P', new SettingAssignment("ignore_system_indexes", "true"),
          's', new SettingAssignment("log_statement_stats", "true"));

  /** Flags with an argument, and the setting it is the value of. */
  private static final Map<Character, String> ARGUMENT_FLAGS =
      Map.of(
          'B', "shared_buffers",
          'h', "listen_addresses",
          'k', "unix_socket_directories",
          'N', "max_connections",
          'p', "port",
          'S', "work_mem",
          'W', "post_auth_delay");

  /** Flags with an argument that is not simply the value of a setting. */
  private static final String OTHER_ARGUMENT_FLAGS = "cdftCDrv";

  /** Flags without an argument that do nothing. */
  private static final String WITHOUT_EFFECT = "bEjnT";

  /** What {@code -d} sets from its second level on, one more with each level. */
  private static final List<SettingAssignment> DEBUG_LEVELS =
      List.of(
          new SettingAssignment("log_statement", "all"),
          new SettingAssignment("debug_print_parse", "true"),
          new SettingAssignment("debug_print_plan", "true"),
          new SettingAssignment("debug_print_rewritten", "true"));

  /** What {@code -f} turns off. */
  private static final Map<String, String> PLANS =
      Map.of(
          "s", "enable_seqscan",
          "i", "enable_indexscan",
          "o", "enable_indexonlyscan",
          "b", "enable_bitmapscan",
          "t", "enable_tidscan",
          "n", "enable_nestloop",
          "m", "enable_mergejoin",
          "h", "enable_hashjoin");

  /** What {@code -t} turns on. */
  private static final Map<String, String> STATISTICS =
      Map.of("pa", "log_parser_stats", "pl", "log_planner_stats", "e", "log_executor_stats");

  private PostgresSwitches() {}

  /** Whether there is such an option without an argument. */
  public static boolean isFlag(char letter) {
    return FLAGS.containsKey(letter) || WITHOUT_EFFECT.indexOf(letter) >= 0;
  }

  /** Whether there is such an option with an argument. */
  public static boolean takesArgument(char letter) {
    return ARGUMENT_FLAGS.containsKey(letter) || OTHER_ARGUMENT_FLAGS.indexOf(letter) >= 0;
  }

  /** What an option without an argument sets. */
  public static List<SettingAssignment> ofFlag(char letter) {
    return Optional.ofNullable(FLAGS.get(letter)).map(List::of).orElse(List.of());
  }

  /**
   * What an option with an argument sets, other than {@code -c}.
   *
   * @return empty where the argument makes no sense
   */
  public static Optional<List<SettingAssignment>> ofArgument(char letter, String argument) {
    return switch (letter) {
      case 'd' -> Optional.of(debug(leadingNumber(argument)));
      case 'f' -> turn(PLANS.get(argument.substring(0, Math.min(1, argument.length()))), "off");
      case 't' -> turn(STATISTICS.get(statistics(argument)), "on");
      case 'C', 'D', 'r', 'v' -> Optional.of(List.of());
      default -> Optional.of(List.of(new SettingAssignment(ARGUMENT_FLAGS.get(letter), argument)));
    };
  }

  /** The beginning of the argument that counts: {@code e}, or {@code p} and one more letter. */
  private static String statistics(String argument) {
    return argument.startsWith("e") ? "e" : argument.substring(0, Math.min(2, argument.length()));
  }

  /** {@code atoi}: the number an argument begins with, or 0. */
  private static int leadingNumber(String argument) {
    int end = 0;
    while (end < Math.min(9, argument.length()) && Character.isDigit(argument.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(argument.substring(0, end));
  }

  /** {@code postgres.c: set_debug_options}. */
  private static List<SettingAssignment> debug(int level) {
    List<SettingAssignment> settings = new ArrayList<>();
    settings.add(new SettingAssignment("log_min_messages", level > 0 ? "debug" + level : "notice"));
    for (int i = 2; i <= level && i - 2 < DEBUG_LEVELS.size(); i++) {
      settings.add(DEBUG_LEVELS.get(i - 2));
    }
    return settings;
  }

  /** {@code postgres.c: set_plan_disabling_options, get_stats_option_name}. */
  private static Optional<List<SettingAssignment>> turn(String setting, String value) {
    return Optional.ofNullable(setting).map(found -> List.of(new SettingAssignment(found, value)));
  }
}
