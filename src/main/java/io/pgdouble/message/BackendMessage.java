package io.pgdouble.message;

/**
 * A message a backend sends. Manual: {@code protocol-message-formats}; dictionary: {@link
 * MessageDictionary}.
 */
public sealed interface BackendMessage extends Message
    permits Authentication,
        BackendKeyData,
        BindComplete,
        CloseComplete,
        CommandComplete,
        CopyBothResponse,
        CopyData,
        CopyDone,
        CopyInResponse,
        CopyOutResponse,
        DataRow,
        EmptyQueryResponse,
        ErrorResponse,
        FunctionCallResponse,
        NegotiateProtocolVersion,
        NoData,
        NoticeResponse,
        NotificationResponse,
        ParameterDescription,
        ParameterStatus,
        ParseComplete,
        PortalSuspended,
        ReadyForQuery,
        RowDescription {

  /** The byte that announces the message on the wire. */
  char type();

  /** Hands the message to the method that deals with its kind. */
  <R> R accept(BackendHandler<R> handler);
}
