/**
 * Data types: what a value is, and how it turns into text and bytes and back.
 *
 * <p>In: a type's OID, a text or a binary body, a modifier, and the settings that shape the form
 * ({@link io.pgdouble.type.TypeEnvironment}). Out: Java values (see {@link
 * io.pgdouble.type.TypeIo}), their text and binary forms, or PostgreSQL's own error. This room must
 * not know statements, functions, sessions or messages: it has no clock, and names of objects reach
 * it through {@link io.pgdouble.type.ObjectNames}.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/adt} ({@code typinput}, {@code typoutput}, {@code
 * typreceive}, {@code typsend}, {@code typmodin}). Open first: {@link io.pgdouble.type.Types}, then
 * {@link io.pgdouble.type.TypeIo}.
 */
package io.pgdouble.type;
