package io.pgdouble.engine.command;

import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/**
 * COPY from and to a file of the server, in the frontend's encoding ({@code copyfrom.c:
 * BeginCopyFrom}, {@code copyto.c: BeginCopyTo}).
 */
record CopyServerFile(SessionMemory memory, String path) {
  private static final int BUFFER = 1 << 16;

  /** Those in which the server's text is not converted. */
  private static final Set<String> AS_STORED = Set.of("UTF8", "UNICODE", "SQL_ASCII");

  /** Is there on every server's machine. */
  private static final String NOTHING = "/dev/null";

  private static final String INSTEAD =
      " You may want a client-side facility such as psql's \\copy.";

  Completion from(CopyStmt node) {
    requireEncoding(node);
    CopyInput input = new CopyFrom(memory).begin(node, new AsStored());
    try (InputStream file = opened()) {
      input.start();
      byte[] buffer = new byte[BUFFER];
      for (int size = file.read(buffer); size >= 0; size = file.read(buffer)) {
        input.data(Arrays.copyOf(buffer, size));
      }
    } catch (IOException e) {
      throw new ReportedError(
          SqlState.IO_ERROR, "could not read from COPY file: " + e.getMessage());
    }
    return input.done();
  }

  /** Data of a file need no conversion. */
  private record AsStored() implements CopyDecoder {
    @Override
    public String decode(byte[] bytes) {
      return Utf8.decode(bytes);
    }

    @Override
    public byte[] received(int type, byte[] bytes) {
      return bytes;
    }

    @Override
    public CopyDecoder in(String encoding) {
      requireStored(encoding);
      return this;
    }
  }

  private InputStream opened() {
    if (path.equals(NOTHING)) {
      return InputStream.nullInputStream();
    }
    try {
      return files().open(path);
    } catch (FileAccessException e) {
      throw hinted(e, "COPY FROM instructs the PostgreSQL server process to read a file.");
    }
  }

  Completion to(CopyStmt node) {
    requireEncoding(node);
    try (CopyFileReceiver receiver = new CopyFileReceiver(this)) {
      return new CopyTo(memory).run(node, receiver);
    }
  }

  ServerFileSystem files() {
    return memory.execution().files();
  }

  /** What is not there, or may not be touched, may be there for the frontend. */
  ReportedError hinted(FileAccessException failure, String what) {
    ErrorReport report = failure.reported(path).report();
    boolean elsewhere = failure.isMissing() || failure.isDenied();
    return elsewhere ? report.withHint(what + INSTEAD).toException() : report.toException();
  }

  private void requireEncoding(CopyStmt node) {
    if (node.options().stream().noneMatch(option -> option.name().equals("encoding"))) {
      requireStored(memory.settings().text("client_encoding"));
    }
  }

  static void requireStored(String encoding) {
    if (!AS_STORED.contains(encoding)) {
      throw ErrorReport.notSimulated("COPY with a file in " + encoding).toException();
    }
  }
}
