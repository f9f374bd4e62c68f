SELECT oid, tmplname, tmplnamespace, tmplinit::oid AS tmplinit, tmpllexize::oid AS tmpllexize
  FROM pg_ts_template
 WHERE oid < 16384
 ORDER BY oid
