package io.pgdouble.message;

/**
 * Who must deal with every kind of message a backend may send: none can be forgotten. A table.
 *
 * @param <R> what dealing with one gives
 */
public interface BackendHandler<R> {
  R onAuthenticationCleartextPassword(AuthenticationCleartextPassword message);

  R onAuthenticationGSS(AuthenticationGSS message);

  R onAuthenticationGSSContinue(AuthenticationGSSContinue message);

  R onAuthenticationKerberosV5(AuthenticationKerberosV5 message);

  R onAuthenticationMD5Password(AuthenticationMD5Password message);

  R onAuthenticationOk(AuthenticationOk message);

  R onAuthenticationSASL(AuthenticationSASL message);

  R onAuthenticationSASLContinue(AuthenticationSASLContinue message);

  R onAuthenticationSASLFinal(AuthenticationSASLFinal message);

  R onAuthenticationSSPI(AuthenticationSSPI message);

  R onBackendKeyData(BackendKeyData message);

  R onBindComplete(BindComplete message);

  R onCloseComplete(CloseComplete message);

  R onCommandComplete(CommandComplete message);

  R onCopyBothResponse(CopyBothResponse message);

  R onCopyData(CopyData message);

  R onCopyDone(CopyDone message);

  R onCopyInResponse(CopyInResponse message);

  R onCopyOutResponse(CopyOutResponse message);

  R onDataRow(DataRow message);

  R onEmptyQueryResponse(EmptyQueryResponse message);

  R onErrorResponse(ErrorResponse message);

  R onFunctionCallResponse(FunctionCallResponse message);

  R onNegotiateProtocolVersion(NegotiateProtocolVersion message);

  R onNoData(NoData message);

  R onNoticeResponse(NoticeResponse message);

  R onNotificationResponse(NotificationResponse message);

  R onParameterDescription(ParameterDescription message);

  R onParameterStatus(ParameterStatus message);

  R onParseComplete(ParseComplete message);

  R onPortalSuspended(PortalSuspended message);

  R onReadyForQuery(ReadyForQuery message);

  R onRowDescription(RowDescription message);
}
