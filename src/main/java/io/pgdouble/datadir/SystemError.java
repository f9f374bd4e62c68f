package io.pgdouble.datadir;

import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the system says of a file: {@code %m}, and {@code elog.c: errcode_for_file_access}. */
public final class SystemError {
  /** {@code ENAMETOOLONG}, which has no SQLSTATE before 18. */
  static final String NAME_TOO_LONG = "File name too long";

  private SystemError() {}

  /** In the words of {@code strerror}. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    if (e instanceof NotDirectoryException) {
      return "Not a directory";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /** {@code errcode_for_file_access}. */
  public static SqlState state(IOException e) {
    if (e instanceof NoSuchFileException) {
      return SqlState.UNDEFINED_FILE;
    }
    if (e instanceof AccessDeniedException) {
      return SqlState.INSUFFICIENT_PRIVILEGE;
    }
    if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
      return SqlState.DUPLICATE_FILE;
    }
    if (e instanceof NotDirectoryException) {
      return SqlState.WRONG_OBJECT_TYPE;
    }
    return reason(e).equals(NAME_TOO_LONG) ? SqlState.INTERNAL_ERROR : SqlState.IO_ERROR;
  }
}
