/**
 * Run-time settings: the facts of each, and their values in one session.
 *
 * <p>In: names and values as a frontend spells them (SET, startup packet, {@code options}), the
 * beginnings and ends of transactions. Out: values for whoever needs them, as SHOW prints them, and
 * the parameters that a frontend must be told of. This room must not know statements, messages, or
 * who asks; what it needs of roles and transactions it asks through {@link
 * io.pgdouble.settings.SettingsHost}.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/misc/guc.c}, {@code guc_tables.c}, {@code
 * commands/variable.c}. Open first: {@link io.pgdouble.settings.SessionSettings}.
 */
package io.pgdouble.settings;
