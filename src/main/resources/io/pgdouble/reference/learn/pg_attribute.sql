SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.attlen, a.atttypmod, a.attndims, a.attnotnull,
       a.atthasdef, a.attisdropped, a.attcollation, a.attcacheoff, a.attstattarget, a.attbyval,
       a.attalign, a.attstorage, a.attcompression, a.atthasmissing, a.attidentity, a.attgenerated,
       a.attislocal, a.attinhcount, a.attacl, a.attoptions, a.attfdwoptions, a.attmissingval
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.oid < 16384
   AND n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast')
 ORDER BY a.attrelid, a.attnum
