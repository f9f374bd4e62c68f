package io.pgdouble.type;

/**
 * A value of aclitem: who may do what, and who said so.
 *
 * @param grantee a role's OID, or 0 for everybody
 * @param privileges the letters in the server's order, {@code *} behind those that may be passed on
 * @param grantor a role's OID
 */
public record AclItem(long grantee, String privileges, long grantor) {}
