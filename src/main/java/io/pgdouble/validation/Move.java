package io.pgdouble.validation;

import java.util.Optional;

/**
 * What may follow: at a place, who says what, and where that leads.
 *
 * @param broken the rule that whoever says it breaks, if it is a mistake whose consequence is known
 */
public record Move(Place at, Letter said, Place to, Optional<Rule> broken) {}
