/** Tests of the supervisor and its backends, over real sockets, with scripted conversations. */
package io.pgdouble.postmaster;
