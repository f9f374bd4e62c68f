package io.pgdouble.engine.storage;

/** Whether a serializable transaction may write. */
public enum SerializableAccess {
  READ_ONLY,
  READ_WRITE
}
