package io.pgdouble.auth;

import io.pgdouble.settings.FilePlace;
import java.util.List;
import java.util.Optional;

/**
 * One line of an authentication file, cut into words: {@code hba.h: TokenizedAuthLine}.
 *
 * @param fields each with the words that commas joined
 * @param raw the line as it stands, with those that continue it
 * @param error why it is none
 */
record AuthLine(
    List<List<AuthToken>> fields, FilePlace place, String raw, Optional<String> error) {}
