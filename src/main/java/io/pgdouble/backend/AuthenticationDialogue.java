package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationOk;
import io.pgdouble.message.AuthenticationSASL;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.wire.FrameLimits;
import io.pgdouble.wire.FrameReader;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * What is said between a startup packet and a session, on the backend's event loop. To compare a
 * password may take long, so a worker does that. {@code auth.c: ClientAuthentication}.
 */
final class AuthenticationDialogue {
  private final BackendEnvironment environment;
  private final Backend backend;
  private final Channel channel;
  private final FrameReader frames;
  private Authenticator authenticator;

  AuthenticationDialogue(
      BackendEnvironment environment, Backend backend, Channel channel, FrameReader frames) {
    this.environment = environment;
    this.backend = backend;
    this.channel = channel;
    this.frames = frames;
  }

  void begin(Authenticator method) {
    authenticator = method;
    take(method.begin());
    backend.onBatchEnd(); // the output is a worker's if its database's door holds the session
  }

  /** An answer has come. */
  void receive(byte[] body) {
    backend.decoder().pause();
    try {
      environment.workers().execute(() -> examine(new PasswordMessage(body)));
    } catch (RejectedExecutionException e) {
      channel.close();
    }
  }

  private void examine(PasswordMessage answer) {
    AuthenticationStep step = next(answer);
    channel.eventLoop().execute(() -> goOn(step));
  }

  private AuthenticationStep next(PasswordMessage answer) {
    try {
      return authenticator.receive(answer);
    } catch (ReportedError e) {
      return new AuthenticationStep.Refused(e.located().withSeverity(Severity.FATAL));
    } catch (RuntimeException | Error e) {
      return new AuthenticationStep.Refused(BackendLog.failure(backend.pid(), null, e));
    }
  }

  private void goOn(AuthenticationStep step) {
    if (channel.isActive()) {
      backend.output().onEventLoop(environment.batch());
      take(step);
      backend.goesOn();
    }
  }

  /** What comes is no message, and nobody can go on: whether the frontend is told of it. */
  boolean breaks() {
    Optional<AuthenticationStep.Refused> refusal = authenticator.broken();
    refusal.ifPresent(this::take);
    return refusal.isPresent();
  }

  /** What was accepted first, and the log knows of, did not do in the end. */
  private void undo(AuthenticationStep.Accepted proven) {
    proven.before().forEach(backend.output()::send);
    proven.identity().ifPresent(backend::logAuthentication);
  }

  private void take(AuthenticationStep step) {
    BackendOutput output = backend.output();
    if (step instanceof AuthenticationStep.Ask ask) {
      if (ask.requests().stream().anyMatch(AuthenticationSASL.class::isInstance)) {
        frames.limits(FrameLimits.SASL);
      }
      ask.requests().forEach(output::send);
      output.flush();
    } else if (step instanceof AuthenticationStep.Refused refusal) {
      refusal.proven().ifPresent(this::undo);
      refusal.reasons().forEach(backend::log);
      ErrorReport report = refusal.report();
      backend.fatal(report, refusal.logDetail().map(report::withDetail).orElse(report));
    } else if (step instanceof AuthenticationStep.Accepted acceptance) {
      for (Authentication message : acceptance.before()) {
        output.send(message);
      }
      output.send(AuthenticationOk.INSTANCE);
      frames.limits(FrameLimits.COMMANDS);
      backend.authenticated(acceptance.identity());
    }
  }
}
