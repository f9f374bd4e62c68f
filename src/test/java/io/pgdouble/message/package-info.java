/** Tests of the messages: any of them survives every form; any bytes are a message or an error. */
package io.pgdouble.message;
