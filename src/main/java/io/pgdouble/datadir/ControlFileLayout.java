package io.pgdouble.datadir;

import java.nio.ByteBuffer;

/**
 * The fields of {@code pg_control} as a new cluster has them: {@code pg_control.h:
 * ControlFileData}, {@code xlog.c: InitControlFile, BootStrapXLOG}. A table.
 *
 * @param seconds since 1970
 * @param nonce 32 bytes
 * @param checksums 1 with data page checksums, 0 without
 */
record ControlFileLayout(
    int major, long systemIdentifier, long seconds, byte[] nonce, int checksums) {

  /** The first major that says whether {@code char} has a sign. */
  private static final int MAJOR_WITH_CHAR_SIGN = 18;

  /** The first major whose checkpoints say at which level the log is written. */
  private static final int MAJOR_WITH_CHECKPOINT_LEVEL = 17;

  /** Of the secret with which authentication hides who is no role. */
  static final int NONCE_BYTES = 32;

  private static final int NONCE_AT = 256;

  /** Where initdb ends. */
  private static final long FIRST_CHECKPOINT = 0x14DDE08;

  static ControlFile.Checkpoint firstCheckpoint() {
    return new ControlFile.Checkpoint(FIRST_CHECKPOINT, FIRST_CHECKPOINT);
  }

  /** Where the checksum of all before it stands. */
  static int crcAt(int major) {
    int end = NONCE_AT + NONCE_BYTES;
    return major >= MAJOR_WITH_CHAR_SIGN ? end + Integer.BYTES : end;
  }

  /** Where the secret begins. */
  static int nonceAt(int major) {
    return major >= MAJOR_WITH_CHAR_SIGN ? NONCE_AT + 1 : NONCE_AT;
  }

  /** {@code PG_CONTROL_VERSION}. */
  private int version() {
    return switch (major) {
      case 14, 15, 16 -> 1300;
      case 17 -> 1700;
      case 18 -> 1800;
      default -> throw new IllegalArgumentException("no control version of " + major);
    };
  }

  /** {@code catversion.h}. */
  private int catalogVersion() {
    return switch (major) {
      case 14 -> 202107181;
      case 15 -> 202209061;
      case 16 -> 202307071;
      case 17 -> 202406281;
      case 18 -> 202506291;
      default -> throw new IllegalArgumentException("no catalog version of " + major);
    };
  }

  void write(ByteBuffer out) {
    out.putLong(0, systemIdentifier);
    out.putInt(8, version());
    out.putInt(12, catalogVersion());
    out.putInt(16, ControlFile.State.SHUT_DOWN.ordinal());
    out.putLong(24, seconds);
    out.putLong(32, FIRST_CHECKPOINT); // checkPoint
    checkPoint(out);
    out.putLong(128, 1000); // unloggedLSN: FirstNormalUnloggedLSN
    out.putInt(172, 1); // wal_level: replica
    out.putInt(180, 100); // MaxConnections
    out.putInt(184, 8); // max_worker_processes
    out.putInt(188, 10); // max_wal_senders
    out.putInt(196, 64); // max_locks_per_xact
    out.putInt(204, 8); // maxAlign
    out.putDouble(208, 1234567.0); // floatFormat: FLOATFORMAT_VALUE
    out.putInt(216, 8192); // blcksz
    out.putInt(220, 131072); // relseg_size
    out.putInt(224, 8192); // xlog_blcksz
    out.putInt(228, 16 * 1024 * 1024); // xlog_seg_size
    out.putInt(232, 64); // nameDataLen
    out.putInt(236, 32); // indexMaxKeys
    out.putInt(240, 1996); // toast_max_chunk_size
    out.putInt(244, 2048); // loblksize
    out.put(248, (byte) 1); // float8ByVal
    out.putInt(252, checksums);
    if (major >= MAJOR_WITH_CHAR_SIGN) {
      out.put(NONCE_AT, (byte) 1); // default_char_signedness
    }
    out.put(nonceAt(major), nonce);
  }

  /** Its {@code checkPointCopy}. */
  private void checkPoint(ByteBuffer out) {
    out.putLong(40, FIRST_CHECKPOINT); // redo
    out.putInt(48, 1); // ThisTimeLineID
    out.putInt(52, 1); // PrevTimeLineID
    out.put(56, (byte) 1); // fullPageWrites
    if (major >= MAJOR_WITH_CHECKPOINT_LEVEL) {
      out.putInt(60, 1); // wal_level: replica
    }
    out.putLong(64, 730); // nextXid
    out.putInt(72, 13492); // nextOid
    out.putInt(76, 1); // nextMulti
    out.putInt(84, 722); // oldestXid
    out.putInt(88, 1); // oldestXidDB
    out.putInt(92, 1); // oldestMulti
    out.putInt(96, 1); // oldestMultiDB
    out.putLong(104, seconds); // time
  }
}
