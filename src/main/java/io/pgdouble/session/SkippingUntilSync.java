package io.pgdouble.session;

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

/**
 * A message of the extended query protocol failed: everything up to the next Sync is thrown away, a
 * Query too ({@code postgres.c: ignore_till_sync}).
 */
record SkippingUntilSync(Conversation conversation) implements Phase {
  @Override
  public String name() {
    return "SkippingUntilSync";
  }

  @Override
  public Phase onBind(Bind message) {
    return this;
  }

  @Override
  public Phase onClose(Close message) {
    return this;
  }

  @Override
  public Phase onCopyData(CopyData message) {
    return this;
  }

  @Override
  public Phase onCopyDone(CopyDone message) {
    return this;
  }

  @Override
  public Phase onCopyFail(CopyFail message) {
    return this;
  }

  @Override
  public Phase onDescribe(Describe message) {
    return this;
  }

  @Override
  public Phase onExecute(Execute message) {
    return this;
  }

  @Override
  public Phase onFlush(Flush message) {
    return this;
  }

  @Override
  public Phase onFunctionCall(FunctionCall message) {
    return this;
  }

  /** A Sync is a Sync by its type, whatever its body. */
  @Override
  public Phase onMalformedMessage(MalformedMessage message) {
    return message.type() == Sync.TYPE || conversation.isFatal(message)
        ? conversation.malformed(message)
        : this;
  }

  @Override
  public Phase onParse(Parse message) {
    return this;
  }

  @Override
  public Phase onPasswordMessage(PasswordMessage message) {
    return conversation.invalidMessageType(message);
  }

  @Override
  public Phase onQuery(Query message) {
    return this;
  }

  @Override
  public Phase onSync(Sync message) {
    return conversation.cycle(conversation::finishPipeline);
  }

  @Override
  public Phase onTerminate(Terminate message) {
    return conversation.terminate();
  }
}
