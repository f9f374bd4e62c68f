SELECT c.oid, c.collname, n.nspname AS collnamespace, c.collprovider, c.collisdeterministic,
       c.collencoding, c.collcollate, c.collctype, c.colliculocale, c.colllocale, c.collicurules, c.collversion
  FROM pg_collation c
  JOIN pg_namespace n ON n.oid = c.collnamespace
 WHERE c.oid < 16384
 ORDER BY c.oid
