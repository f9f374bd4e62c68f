package io.pgdouble.postmaster;

import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.log.LogFormat;
import io.pgdouble.log.LogOrigin.LogTransaction;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.log.PostmasterLines;
import io.pgdouble.log.ServerLog;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The supervisor's own voice in the server's log. */
final class PostmasterLog {
  private final Map<Integer, LoggingProcess> others = new ConcurrentHashMap<>();
  private final ServerLog server;
  private final boolean isRead;
  private final List<ErrorReport> complaints = new ArrayList<>();
  private LoggingProcess self;

  /**
   * @param console reads what goes to standard error
   */
  PostmasterLog(ServerLog server, Optional<Consumer<String>> console) {
    this.server = server;
    isRead = console.isPresent();
    console.ifPresent(server::followStandardError);
  }

  /** From here on it is heard. */
  void begins(int pid, long since) {
    self = new LoggingProcess(server, pid, "postmaster", since);
  }

  /** It starts. {@code postmaster.c: PostmasterMain}. */
  void starts(ServerSettings settings) {
    collect(settings);
    String destination = settings.text("log_destination");
    if (!server.writes(LogFormat.STDERR)) {
      self.report(PostmasterLines.endingStandardError(destination));
    }
    server.started();
    String version = settings.text("server_version");
    self.report(PostmasterLines.starting(EngineOptions.versionText(version)));
  }

  /** Something is not as it should be, and perhaps the reason why the server cannot start. */
  void complain(ErrorReport report) {
    complaints.add(report);
    report(report);
  }

  /**
   * The server cannot start.
   *
   * @return what says so to whoever starts it
   */
  RuntimeException cannotStart(ReportedError failure) {
    if (self == null) {
      return failure;
    }
    report(failure.report().withSeverity(Severity.FATAL));
    if (isRead) {
      return new StartFailure(failure);
    }
    complaints.forEach(report -> failure.addSuppressed(report.toException()));
    return failure;
  }

  /** {@code syslogger.c: SysLogger_Start}. */
  private void collect(ServerSettings settings) {
    if (!settings.bool("logging_collector")) {
      forgetFiles(settings);
      return;
    }
    if (!settings.isGiven("data_directory")) {
      throw ErrorReport.notSimulated("logging_collector without a data directory")
          .withSeverity(Severity.FATAL)
          .toException();
    }
    self.report(PostmasterLines.redirecting(settings.text("log_directory")));
    server.collect(Path.of(settings.text("data_directory")), self::report);
  }

  /** {@code postmaster.c: PostmasterMain}. */
  private static void forgetFiles(ServerSettings settings) {
    if (settings.isGiven("data_directory")) {
      try {
        ServerLog.forget(Path.of(settings.text("data_directory")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@code postmaster.c: process_pm_pmsignal}. */
  void rotateIfAsked(ServerHome home) {
    if (server.collects() && home.take(ServerHome.SignalFile.LOGROTATE)) {
      server.rotate();
    }
  }

  void reloaded() {
    server.reloaded();
  }

  /** Others speak by their own names; who is not there yet or any more, by the supervisor's. */
  void say(AuxiliaryProcesses all, ProcessKind who, ErrorReport report) {
    LoggingProcess speaker =
        all.find(who)
            .map(process -> others.computeIfAbsent(process.pid(), pid -> logging(process, all)))
            .orElse(self);
    speaker.report(report);
  }

  private LoggingProcess logging(ServerProcess process, AuxiliaryProcesses all) {
    String type = process.kind().backendType();
    LoggingProcess speaker = new LoggingProcess(server, process.pid(), type, process.start());
    speaker.transacts(() -> running(all.transaction(process.pid())));
    return speaker;
  }

  private static LogTransaction running(Optional<VirtualTransaction> transaction) {
    return transaction
        .map(numbered -> new LogTransaction(numbered.id(), numbered.xid()))
        .orElse(LogTransaction.NONE);
  }

  void report(ErrorReport report) {
    self.report(report);
  }

  /** What it and its backends have to tell. */
  ServerLog server() {
    return server;
  }

  /** Its last words, unless it never started. {@code miscinit.c: UnlinkLockFiles}. */
  void ends() {
    if (self != null) {
      self.report(PostmasterLines.isShutDown());
      server.close();
    }
  }
}
