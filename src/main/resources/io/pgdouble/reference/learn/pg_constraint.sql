SELECT oid, conname, connamespace, contype, condeferrable, condeferred, convalidated, conrelid,
       contypid, conindid, conparentid, confrelid, confupdtype, confdeltype, confmatchtype,
       conislocal, coninhcount, connoinherit, conkey, confkey, conpfeqop, conppeqop, conffeqop,
       confdelsetcols, conexclop, conenforced, conperiod
  FROM pg_constraint
 WHERE oid < 16384
 ORDER BY oid
