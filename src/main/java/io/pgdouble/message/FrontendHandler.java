package io.pgdouble.message;

/**
 * Who must deal with every kind of message a frontend may send after the startup packet: none can
 * be forgotten. A table.
 *
 * @param <R> what dealing with one gives
 */
public interface FrontendHandler<R> {
  R onBind(Bind message);

  R onClose(Close message);

  R onCopyData(CopyData message);

  R onCopyDone(CopyDone message);

  R onCopyFail(CopyFail message);

  R onDescribe(Describe message);

  R onExecute(Execute message);

  R onFlush(Flush message);

  R onFunctionCall(FunctionCall message);

  R onMalformedMessage(MalformedMessage message);

  R onParse(Parse message);

  R onPasswordMessage(PasswordMessage message);

  R onQuery(Query message);

  R onSync(Sync message);

  R onTerminate(Terminate message);
}
