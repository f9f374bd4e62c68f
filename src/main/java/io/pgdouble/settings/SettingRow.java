package io.pgdouble.settings;

import java.util.List;
import java.util.Optional;

/** One row of {@code pg_settings}, its columns in the view's order. */
public record SettingRow(
    String name,
    String setting,
    Optional<String> unit,
    Optional<String> category,
    Optional<String> shortDescription,
    Optional<String> extraDescription,
    String context,
    String kind,
    String source,
    Optional<String> minimum,
    Optional<String> maximum,
    Optional<List<String>> enumValues,
    Optional<String> bootValue,
    Optional<String> resetValue,
    Optional<String> sourceFile,
    Optional<Integer> sourceLine,
    Boolean pendingRestart) {}
