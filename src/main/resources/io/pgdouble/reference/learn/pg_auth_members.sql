SELECT oid, roleid, member, grantor, admin_option, inherit_option, set_option
  FROM pg_auth_members
 WHERE oid < 16384
 ORDER BY oid
