SELECT i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, i.indimmediate, i.indkey,
       i.indclass, i.indcollation, i.indoption, i.indnatts, i.indnkeyatts, i.indnullsnotdistinct,
       i.indisexclusion, i.indisclustered, i.indisvalid, i.indcheckxmin, i.indisready,
       i.indislive, i.indisreplident, pg_get_expr(i.indexprs, i.indrelid) AS indexprs,
       pg_get_expr(i.indpred, i.indrelid) AS indpred
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE i.indexrelid < 16384
   AND n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast')
 ORDER BY i.indexrelid
