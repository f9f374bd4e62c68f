SELECT c.oid, c.relname, n.nspname AS relnamespace, c.reltype, c.reloftype, coalesce(a.amname, '-') AS relam,
       c.reltoastrelid, c.relhasindex, c.relisshared, c.relpersistence, c.relkind, c.relnatts,
       c.relchecks, c.relhasrules, c.relhastriggers, c.relreplident, c.relacl, c.reltablespace,
       c.relhassubclass, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated,
       c.relispartition, c.relrewrite, c.reloptions,
       pg_get_expr(c.relpartbound, c.oid) AS relpartbound,
       c.relpages, c.reltuples, c.relallvisible
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am a ON a.oid = c.relam
 WHERE c.oid < 16384
   AND n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast')
 ORDER BY c.oid
