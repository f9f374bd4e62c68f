SELECT c.oid, v.schemaname, v.viewname, v.definition
  FROM pg_views v
  JOIN pg_class c ON c.relname = v.viewname AND c.relnamespace = v.schemaname::regnamespace
 WHERE v.schemaname IN ('pg_catalog', 'information_schema')
 ORDER BY c.oid
