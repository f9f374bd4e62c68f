package io.pgdouble.message;

/**
 * A message a frontend sends once its startup packet was accepted. Manual: {@code
 * protocol-message-formats}; dictionary: {@link MessageDictionary}.
 */
public sealed interface FrontendMessage extends Message
    permits Bind,
        Close,
        CopyData,
        CopyDone,
        CopyFail,
        Describe,
        Execute,
        Flush,
        FunctionCall,
        MalformedMessage,
        Parse,
        PasswordMessage,
        Query,
        Sync,
        Terminate {

  /** The byte that announces the message on the wire. */
  char type();

  /** Hands the message to the method that deals with its kind. */
  <R> R accept(FrontendHandler<R> handler);
}
