package io.pgdouble.auth;

import io.pgdouble.settings.FilePlace;

/**
 * Who a frontend has proven to be. {@code libpq-be.h: ClientConnectionInfo}.
 *
 * @param name {@code authn_id}
 * @param method as {@code pg_hba.conf} has it
 * @param place of the record that asked for it
 */
public record Identity(String name, String method, FilePlace place) {
  /** As {@code SYSTEM_USER} has it. */
  public String systemUser() {
    return method + ":" + name;
  }
}
