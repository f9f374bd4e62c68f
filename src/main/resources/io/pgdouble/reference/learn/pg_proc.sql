SELECT p.oid, p.proname, n.nspname AS pronamespace, l.lanname AS prolang, p.procost, p.prorows,
       p.provariadic, p.prosupport::text AS prosupport, p.prokind, p.prosecdef, p.proleakproof,
       p.proisstrict, p.proretset, p.provolatile, p.proparallel, p.pronargs, p.pronargdefaults,
       p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames,
       nullif(ARRAY(SELECT d
                FROM generate_series(1, cardinality(coalesce(p.proallargtypes, p.proargtypes)))
                     AS n,
                     pg_get_function_arg_default(p.oid, n) AS d
               WHERE d IS NOT NULL
               ORDER BY n), '{}') AS prodefaults,
       p.prosrc,
       CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END AS prosqlbody,
       p.proconfig, p.protrftypes, p.probin, p.proacl
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
 WHERE p.oid < 16384
 ORDER BY p.oid
