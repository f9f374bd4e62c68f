SELECT oid, extname, extowner, extnamespace, extrelocatable, extversion, extconfig, extcondition
  FROM pg_extension
 WHERE oid < 16384
 ORDER BY oid
