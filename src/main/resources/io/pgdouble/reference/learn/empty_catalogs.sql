SELECT c.oid, c.relname
  FROM pg_class c
 WHERE c.relkind = 'r'
   AND c.relnamespace = 'pg_catalog'::regnamespace
   AND query_to_xml(format('SELECT FROM pg_catalog.%I LIMIT 1', c.relname), true, false, '')::text
       NOT LIKE '%<row%'
 ORDER BY c.oid
