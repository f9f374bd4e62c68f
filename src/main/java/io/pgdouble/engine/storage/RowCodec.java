package io.pgdouble.engine.storage;

import io.pgdouble.type.Tid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What transactions have written, as bytes that are read again at the next start. */
public final class RowCodec {
  private static final char PUT = 'P';
  private static final char END = 'E';
  private static final char MOVED = 'M';
  private static final char FORGOTTEN = 'F';

  private RowCodec() {}

  /** What one transaction has written: its length, then that many bytes. */
  public static byte[] write(List<RowWrite> writes) {
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(body);
      out.writeInt(0);
      for (RowWrite write : writes) {
        write(write, out);
      }
      byte[] bytes = body.toByteArray();
      java.nio.ByteBuffer.wrap(bytes).putInt(0, bytes.length - Integer.BYTES);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(RowWrite write, DataOutputStream out) throws IOException {
    if (write instanceof RowWrite.Put put) {
      head(PUT, put, out);
      place(put.place(), put.xid(), out);
      out.writeShort(put.columns().length);
      for (Object column : put.columns()) {
        ValueCodec.write(column, out);
      }
    } else if (write instanceof RowWrite.End end) {
      head(END, end, out);
      place(end.place(), end.xid(), out);
    } else if (write instanceof RowWrite.Moved moved) {
      head(MOVED, moved, out);
      out.writeLong(moved.state().lastValue());
      out.writeLong(moved.state().logCount());
      out.writeBoolean(moved.state().called());
    } else {
      head(FORGOTTEN, write, out);
    }
  }

  private static void head(char kind, RowWrite write, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeLong(write.file().database());
    out.writeLong(write.file().node());
  }

  private static void place(Tid place, long xid, DataOutputStream out) throws IOException {
    out.writeLong(place.block());
    out.writeShort(place.offset());
    out.writeLong(xid);
  }

  /** All transactions that are there whole: the last may have been cut short. */
  public static List<List<RowWrite>> read(byte[] bytes) {
    List<List<RowWrite>> transactions = new ArrayList<>();
    int at = 0;
    while (at + Integer.BYTES <= bytes.length) {
      int length = java.nio.ByteBuffer.wrap(bytes).getInt(at);
      int start = at + Integer.BYTES;
      if (length > bytes.length - start) {
        break;
      }
      transactions.add(transaction(Arrays.copyOfRange(bytes, start, start + length)));
      at = start + length;
    }
    return transactions;
  }

  private static List<RowWrite> transaction(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<RowWrite> writes = new ArrayList<>();
      while (in.available() > 0) {
        writes.add(one(in));
      }
      return writes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RowWrite one(DataInputStream in) throws IOException {
    char kind = (char) in.readByte();
    Storage.FileId file = new Storage.FileId(in.readLong(), in.readLong());
    return switch (kind) {
      case PUT -> put(file, in);
      case END -> new RowWrite.End(file, place(in), in.readLong());
      case MOVED ->
          new RowWrite.Moved(
              file, new Sequence.State(in.readLong(), in.readLong(), in.readBoolean()));
      default -> new RowWrite.Forgotten(file);
    };
  }

  private static RowWrite.Put put(Storage.FileId file, DataInputStream in) throws IOException {
    Tid place = place(in);
    long xid = in.readLong();
    Object[] columns = new Object[in.readUnsignedShort()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = ValueCodec.read(in);
    }
    return new RowWrite.Put(file, place, columns, xid);
  }

  private static Tid place(DataInputStream in) throws IOException {
    return new Tid(in.readLong(), in.readUnsignedShort());
  }
}
