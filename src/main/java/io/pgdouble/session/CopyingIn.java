package io.pgdouble.session;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Bind;
import io.pgdouble.message.Close;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyFail;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Flush;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A COPY FROM STDIN waits for data. Flush and Sync are passed over, as frontends may send them
 * without knowing what comes ({@code copyfromparse.c: CopyGetData}).
 */
record CopyingIn(Conversation conversation, Copying copying) implements Phase {

  /**
   * The statement that waits.
   *
   * @param then what comes after it
   * @param failed what comes after it where it fails
   */
  record Copying(
      Portal portal, CopyInput input, Function<Completion, Phase> then, Supplier<Phase> failed) {

    /** What ends the session tells where it was; {@code quickdie} alone does not. */
    void whileWaiting(Runnable check) {
      try {
        check.run();
      } catch (ReportedError e) {
        throw e.report().severity() == Severity.FATAL ? input.failed(e) : e;
      }
    }
  }

  @Override
  public String name() {
    return "CopyingIn";
  }

  private Phase lost(char type) {
    return conversation.synchronizationLost(copying, type);
  }

  @Override
  public Phase onCopyData(CopyData message) {
    return conversation.copying(
        copying,
        () -> {
          copying.input().data(message.data());
          return this;
        });
  }

  @Override
  public Phase onCopyDone(CopyDone message) {
    return conversation.copying(
        copying,
        () -> {
          Completion completion = copying.input().done();
          copying.portal().copied();
          return copying.then().apply(completion);
        });
  }

  @Override
  public Phase onCopyFail(CopyFail message) {
    return conversation.copying(
        copying,
        () -> {
          throw copying
              .input()
              .failed(
                  new ReportedError(
                      SqlState.QUERY_CANCELED, "COPY from stdin failed: " + message.message()));
        });
  }

  @Override
  public Phase onFlush(Flush message) {
    return this;
  }

  @Override
  public Phase onSync(Sync message) {
    return this;
  }

  @Override
  public Phase onMalformedMessage(MalformedMessage message) {
    return lost(message.type());
  }

  @Override
  public Phase onBind(Bind message) {
    return lost(Bind.TYPE);
  }

  @Override
  public Phase onClose(Close message) {
    return lost(Close.TYPE);
  }

  @Override
  public Phase onDescribe(Describe message) {
    return lost(Describe.TYPE);
  }

  @Override
  public Phase onExecute(Execute message) {
    return lost(Execute.TYPE);
  }

  @Override
  public Phase onFunctionCall(FunctionCall message) {
    return lost(FunctionCall.TYPE);
  }

  @Override
  public Phase onParse(Parse message) {
    return lost(Parse.TYPE);
  }

  @Override
  public Phase onPasswordMessage(PasswordMessage message) {
    return lost(PasswordMessage.TYPE);
  }

  @Override
  public Phase onQuery(Query message) {
    return lost(Query.TYPE);
  }

  @Override
  public Phase onTerminate(Terminate message) {
    return lost(Terminate.TYPE);
  }
}
