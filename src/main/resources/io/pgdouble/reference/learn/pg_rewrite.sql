SELECT oid, rulename, ev_class, ev_type, ev_enabled, is_instead
  FROM pg_rewrite
 WHERE oid < 16384
 ORDER BY oid
