SELECT oid, roleid, member, grantor, admin_option, inherit_option, set_option
  FROM pg_auth_members
 WHERE roleid < 16384
 ORDER BY roleid, member
