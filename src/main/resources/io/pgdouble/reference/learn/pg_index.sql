SELECT i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, i.indimmediate, i.indkey,
       i.indclass, i.indcollation, i.indoption
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE i.indexrelid < 16384
   AND n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast')
 ORDER BY i.indexrelid
