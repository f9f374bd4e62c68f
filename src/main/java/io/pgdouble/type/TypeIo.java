package io.pgdouble.type;

import java.nio.charset.StandardCharsets;

/**
 * How the values of one type are read and written: its input, output, receive and send function.
 * Stateless. Manual: {@code xtypes}; server: {@code pg_type.typinput} and its neighbours.
 *
 * <p>SQL's NULL never reaches these methods. The Java form of a value:
 *
 * <ul>
 *   <li>bool {@link Boolean}; int2 {@link Short}; int4 {@link Integer}; int8 {@link Long}
 *   <li>oid, its aliases ({@code reg…}), xid, cid {@link Long}, from 0 to 2^32 - 1; xid8 {@link
 *       Long}
 *   <li>float4 {@link Float}; float8 {@link Double}; numeric {@link Numeric}; money {@link Long}
 *   <li>text, varchar, bpchar (with its padding), name, "char", json, xml, unknown, cstring {@link
 *       String}
 *   <li>bytea {@code byte[]}, never changed once it is a value
 *   <li>date {@link Integer}, days since 2000-01-01; time {@link Long}, µs; timetz {@link TimeTz};
 *       timestamp and timestamptz {@link Long}, µs since 2000-01-01 (of UTC); interval {@link
 *       Interval}. The largest and the smallest Integer or Long are the infinities
 *   <li>uuid {@link java.util.UUID}; inet and cidr {@link Inet}; macaddr, macaddr8 and pg_lsn
 *       {@link Long}; pg_snapshot {@link Snapshot}; jsonb {@link Jsonb}; jsonpath {@link JsonPath};
 *       bit and varbit {@link BitString}
 *   <li>tid {@link Tid}; aclitem {@link AclItem}; pg_node_tree {@link String}; int2vector and
 *       oidvector {@link ArrayValue} from 0
 *   <li>ranges {@link RangeValue}; multiranges {@link MultirangeValue}
 *   <li>arrays {@link ArrayValue}; rows {@link RecordValue}; void the empty {@link String}
 * </ul>
 */
public interface TypeIo {
  /**
   * The value a text stands for.
   *
   * @param typmod the type's modifier as in {@code pg_attribute.atttypmod}, -1 for none
   * @throws io.pgdouble.error.ReportedError as the server's input function reports it
   */
  Object input(String text, int typmod, TypeEnvironment environment);

  /** The text of a value, in the session's styles. */
  String output(Object value, TypeEnvironment environment);

  /** The text of a value in UTF-8; the short way to the wire where there is one. */
  default byte[] outputBytes(Object value, TypeEnvironment environment) {
    return output(value, environment).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The value whose binary form comes next in a body. What it leaves unread is the caller's to
   * complain of ({@code 22P03}, with words that depend on the caller).
   *
   * @throws io.pgdouble.error.ReportedError as the server's receive function reports it
   */
  Object receive(BinaryReader in, int typmod, TypeEnvironment environment);

  /** The binary form of a value. */
  byte[] send(Object value, TypeEnvironment environment);
}
