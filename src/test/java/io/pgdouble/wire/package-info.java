/** Tests of the wire: any split, any bytes, and the order of a connection's first packets. */
package io.pgdouble.wire;
