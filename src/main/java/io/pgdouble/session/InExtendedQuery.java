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
 * Messages of the extended query protocol have come, and ReadyForQuery is owed at Sync. A Query may
 * come in between: it is answered at once, with a ReadyForQuery of its own.
 */
record InExtendedQuery(Conversation conversation) implements Phase {
  @Override
  public String name() {
    return "InExtendedQuery";
  }

  @Override
  public Phase onBind(Bind message) {
    return conversation.extended(() -> conversation.extendedQuery().bind(message));
  }

  @Override
  public Phase onClose(Close message) {
    return conversation.extended(() -> conversation.extendedQuery().close(message));
  }

  /** A frontend may go on sending after a COPY failed, so this says nothing. */
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
    return conversation.extended(() -> conversation.extendedQuery().describe(message));
  }

  @Override
  public Phase onExecute(Execute message) {
    return conversation.guarded(
        () -> conversation.extendedQuery().execute(message), conversation::skippingUntilSync);
  }

  @Override
  public Phase onFlush(Flush message) {
    return conversation.extended(conversation::flush);
  }

  @Override
  public Phase onFunctionCall(FunctionCall message) {
    return conversation.cycle(() -> conversation.functionCalls().call(message));
  }

  /** Outside COPY nobody reads what a CopyFail has to say. */
  @Override
  public Phase onMalformedMessage(MalformedMessage message) {
    return message.type() == CopyFail.TYPE ? this : conversation.malformed(message);
  }

  @Override
  public Phase onParse(Parse message) {
    return conversation.extended(() -> conversation.extendedQuery().parse(message));
  }

  /** Not a message type any more, once the frontend is authenticated. */
  @Override
  public Phase onPasswordMessage(PasswordMessage message) {
    return conversation.invalidMessageType(message);
  }

  @Override
  public Phase onQuery(Query message) {
    return conversation.guarded(
        () -> conversation.simpleQuery().execute(message), conversation::readyForQuery);
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
