SELECT oid, amname, amhandler::text AS amhandler, amtype
  FROM pg_am
 WHERE oid < 16384
 ORDER BY oid
