package io.pgdouble.engine.command;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyReceiver;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of the server that COPY writes: opened, and emptied, when data begin. What was written
 * before an error stays ({@code copyto.c: CopySendEndOfRow}).
 */
final class CopyFileReceiver implements CopyReceiver, AutoCloseable {
  private static final String DISK_FULL = "No space left on device";

  private final CopyServerFile target;
  private OutputStream file = OutputStream.nullOutputStream();

  CopyFileReceiver(CopyServerFile target) {
    this.target = target;
  }

  @Override
  public void start(List<OutputColumn> columns) {}

  @Override
  public void row(Object[] values) {
    throw new IllegalStateException("a row, and not a line of COPY");
  }

  @Override
  public void copyOut(int columns, CopyForm form) {
    if (!target.path().startsWith("/")) {
      throw new ReportedError(SqlState.INVALID_NAME, "relative path not allowed for COPY to file");
    }
    try {
      file = target.files().create(target.path());
    } catch (FileAccessException e) {
      throw target.hinted(e, "COPY TO instructs the PostgreSQL server process to write a file.");
    }
  }

  @Override
  public void copyLine(String line) {
    copyBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] sent(int type, byte[] bytes) {
    return bytes;
  }

  @Override
  public void copyBytes(byte[] bytes) {
    try {
      file.write(bytes);
    } catch (IOException e) {
      throw failed("write to COPY file", e);
    }
  }

  @Override
  public CopyReceiver in(String encoding) {
    CopyServerFile.requireStored(encoding);
    return this;
  }

  @Override
  public void copyDone() {
    close();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failed("close file \"" + target.path() + "\"", e);
    }
  }

  private static ReportedError failed(String what, IOException e) {
    SqlState state = DISK_FULL.equals(e.getMessage()) ? SqlState.DISK_FULL : SqlState.IO_ERROR;
    return new ReportedError(state, "could not " + what + ": " + e.getMessage());
  }
}
