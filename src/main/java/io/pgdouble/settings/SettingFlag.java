package io.pgdouble.settings;

/** What is special about a setting. Source: {@code guc.h: GUC_…}. */
public enum SettingFlag {
  /** Several values may be given, separated by commas. */
  LIST_INPUT,
  /** Each value of the list is shown as an identifier. */
  LIST_QUOTE,
  /** SHOW ALL and pg_settings leave it out. */
  NO_SHOW_ALL,
  NO_RESET,
  NO_RESET_ALL,
  /** A frontend is told of every change. */
  REPORT,
  NOT_IN_SAMPLE,
  EXPLAIN,
  RUNTIME_COMPUTED,
  /** Only a member of pg_read_all_settings may look at it. */
  SUPERUSER_ONLY,
  /** Its value is an identifier, which is cut to 63 bytes. */
  IS_NAME,
  /** Made by somebody who set a name with a dot in it. */
  CUSTOM_PLACEHOLDER
}
