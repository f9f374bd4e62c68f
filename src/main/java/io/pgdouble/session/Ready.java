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
 * ReadyForQuery was sent, and nothing has come since: the session is idle. What it does with a
 * message is what {@link InExtendedQuery} does; only here the frontend may also be too slow.
 */
record Ready(Conversation conversation) implements Phase {
  private Phase active() {
    return conversation.inExtendedQuery();
  }

  @Override
  public String name() {
    return "ReadyForQuery";
  }

  @Override
  public Phase onBind(Bind message) {
    return active().onBind(message);
  }

  @Override
  public Phase onClose(Close message) {
    return active().onClose(message);
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
    return active().onDescribe(message);
  }

  @Override
  public Phase onExecute(Execute message) {
    return active().onExecute(message);
  }

  @Override
  public Phase onFlush(Flush message) {
    return active().onFlush(message);
  }

  @Override
  public Phase onFunctionCall(FunctionCall message) {
    return active().onFunctionCall(message);
  }

  @Override
  public Phase onMalformedMessage(MalformedMessage message) {
    return message.type() == CopyFail.TYPE ? this : active().onMalformedMessage(message);
  }

  @Override
  public Phase onParse(Parse message) {
    return active().onParse(message);
  }

  @Override
  public Phase onPasswordMessage(PasswordMessage message) {
    return active().onPasswordMessage(message);
  }

  @Override
  public Phase onQuery(Query message) {
    return active().onQuery(message);
  }

  @Override
  public Phase onSync(Sync message) {
    return active().onSync(message);
  }

  @Override
  public Phase onTerminate(Terminate message) {
    return active().onTerminate(message);
  }
}
