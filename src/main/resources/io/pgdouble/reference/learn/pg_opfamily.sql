SELECT oid, opfmethod, opfname, opfnamespace
  FROM pg_opfamily
 WHERE oid < 16384
 ORDER BY oid
