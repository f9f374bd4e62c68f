SELECT oid, cfgname, cfgnamespace, cfgparser
  FROM pg_ts_config
 WHERE oid < 16384
 ORDER BY oid
