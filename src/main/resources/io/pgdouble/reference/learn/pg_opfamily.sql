SELECT oid, opfmethod, opfname
  FROM pg_opfamily
 WHERE oid < 16384
 ORDER BY oid
