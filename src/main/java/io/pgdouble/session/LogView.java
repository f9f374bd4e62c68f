package io.pgdouble.session;

import io.pgdouble.engine.command.LogStatement;
import io.pgdouble.error.Severity;
import io.pgdouble.log.LogLevels;
import io.pgdouble.log.LogVerbosity;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SessionSettings;
import java.util.Locale;

/** What a session's settings say of the log, as long as none has changed. */
final class LogView {
  private final long generation;
  private final ServerSettings server;
  final LogLevels levels;
  final LogStatement statements;
  final boolean duration;

  /** Milliseconds; below 0 is off, as for the next. */
  final int minDuration;

  final int minDurationSample;
  final double sampleRate;

  /** Bytes of a parameter's value; below 0 is all, 0 is nothing. */
  final int parameterLength;

  /** The same where an error has them told. */
  final int parameterLengthOnError;

  LogView(SessionSettings settings) {
    generation = settings.generation();
    server = settings.server();
    levels =
        new LogLevels(
            Severity.valueOf(word(settings, "log_min_messages")),
            Severity.valueOf(word(settings, "log_min_error_statement")),
            LogVerbosity.valueOf(word(settings, "log_error_verbosity")));
    statements = LogStatement.valueOf(word(settings, "log_statement"));
    duration = settings.bool("log_duration");
    minDuration = settings.integer("log_min_duration_statement");
    minDurationSample = settings.integer("log_min_duration_sample");
    sampleRate = settings.real("log_statement_sample_rate");
    parameterLength = settings.integer("log_parameter_max_length");
    parameterLengthOnError = settings.integer("log_parameter_max_length_on_error");
  }

  /** An enum's value as a constant's name. */
  private static String word(SessionSettings settings, String name) {
    return settings.text(name).toUpperCase(Locale.ROOT);
  }

  boolean isOf(SessionSettings settings) {
    return generation == settings.generation() && server == settings.server();
  }

  /** Whether it matters how long anything takes. */
  boolean timed() {
    return duration || minDuration >= 0 || minDurationSample >= 0;
  }
}
