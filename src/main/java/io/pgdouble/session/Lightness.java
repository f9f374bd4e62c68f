package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalStatus;
import io.pgdouble.message.Bind;
import io.pgdouble.message.Close;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyFail;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Flush;
import io.pgdouble.message.FrontendHandler;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import java.util.Optional;

/** Which messages take constant time and never wait, as things stand. */
final class Lightness implements FrontendHandler<Boolean> {
  /** Longer texts and parameters are read on a worker. */
  private static final int SHORT = 16_384;

  private final EngineSession engine;

  Lightness(EngineSession engine) {
    this.engine = engine;
  }

  @Override
  public Boolean onBind(Bind message) {
    int bytes = 0;
    for (byte[] value : message.values()) {
      bytes += value == null ? 0 : value.length;
    }
    return bytes <= SHORT;
  }

  @Override
  public Boolean onExecute(Execute message) {
    Optional<Portal> portal = engine.portals().find(message.portal());
    return portal.isEmpty() || portal.get().definition().light();
  }

  @Override
  public Boolean onParse(Parse message) {
    return message.query().length() <= SHORT;
  }

  @Override
  public Boolean onQuery(Query message) {
    return message.query().length() <= SHORT && engine.isLight(message.query());
  }

  /** A commit looks at deferred constraints, and runs cursors WITH HOLD to their end. */
  @Override
  public Boolean onSync(Sync message) {
    return engine.hasNothingDeferred() && engine.portals().noneIsHoldable();
  }

  @Override
  public Boolean onClose(Close message) {
    return true;
  }

  /** Writing a row may have to wait. */
  private boolean isCopying() {
    return engine.portals().all().stream().anyMatch(one -> one.status() == PortalStatus.ACTIVE);
  }

  @Override
  public Boolean onCopyData(CopyData message) {
    return !isCopying();
  }

  @Override
  public Boolean onCopyDone(CopyDone message) {
    return !isCopying();
  }

  @Override
  public Boolean onCopyFail(CopyFail message) {
    return !isCopying();
  }

  @Override
  public Boolean onDescribe(Describe message) {
    return true;
  }

  @Override
  public Boolean onFlush(Flush message) {
    return true;
  }

  @Override
  public Boolean onFunctionCall(FunctionCall message) {
    return true;
  }

  @Override
  public Boolean onMalformedMessage(MalformedMessage message) {
    return true;
  }

  @Override
  public Boolean onPasswordMessage(PasswordMessage message) {
    return true;
  }

  @Override
  public Boolean onTerminate(Terminate message) {
    return true;
  }
}
