SELECT oid, spcname, spcacl, spcoptions
  FROM pg_tablespace
 WHERE oid < 16384
 ORDER BY oid
