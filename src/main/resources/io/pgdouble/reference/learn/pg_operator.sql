SELECT o.oid, o.oprname, n.nspname AS oprnamespace, o.oprkind, o.oprcanmerge, o.oprcanhash,
       o.oprleft, o.oprright, o.oprresult, o.oprcom, o.oprnegate, o.oprcode::oid AS oprcode,
       o.oprrest::text AS oprrest, o.oprjoin::text AS oprjoin,
       format('%s %s %s', nullif(o.oprleft, 0)::regtype, o.oprname, o.oprright::regtype) AS signature
  FROM pg_operator o
  JOIN pg_namespace n ON n.oid = o.oprnamespace
 WHERE o.oid < 16384
 ORDER BY o.oid
