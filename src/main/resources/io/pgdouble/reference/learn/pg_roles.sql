SELECT oid, rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
       rolconnlimit, rolbypassrls, NULL::text AS rolpassword, rolvaliduntil, rolconfig
  FROM pg_roles
 WHERE oid < 16384
 ORDER BY oid
