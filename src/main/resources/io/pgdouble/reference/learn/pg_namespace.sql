SELECT oid, nspname, nspowner, nspacl
  FROM pg_namespace
 WHERE oid < 16384
 ORDER BY oid
