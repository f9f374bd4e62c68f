package io.pgdouble.settings;

/** One row of SHOW ALL. */
public record ShownSetting(String name, String setting, String description) {}
