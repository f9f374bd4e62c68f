SELECT objoid, classoid, objsubid, privtype, initprivs
  FROM pg_init_privs
 WHERE objoid < 16384
 ORDER BY objoid, classoid, objsubid
