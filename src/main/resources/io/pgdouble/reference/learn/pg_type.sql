SELECT oid, typname, n.nspname AS typnamespace, typlen, typbyval, typtype, typcategory,
       typispreferred, typisdefined, typdelim, typrelid, typsubscript::text AS typsubscript, typelem,
       typarray, typinput::text AS typinput, typoutput::text AS typoutput,
       typreceive::text AS typreceive, typsend::text AS typsend, typmodin::text AS typmodin,
       typmodout::text AS typmodout, typalign, typstorage, typnotnull, typbasetype, typtypmod,
       typndims, typcollation, typdefault, typanalyze::oid AS typanalyze, typacl,
       CASE WHEN typdefaultbin IS NOT NULL THEN '?' END AS typdefaultbin
  FROM (SELECT t.*, t.typnamespace AS nsp FROM pg_type t WHERE oid < 16384) t
  JOIN (SELECT oid AS nspoid, nspname FROM pg_namespace) n ON n.nspoid = t.nsp
 ORDER BY oid
