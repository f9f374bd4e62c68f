SELECT oid, dictname, dictnamespace, dictowner, dicttemplate, dictinitoption
  FROM pg_ts_dict
 WHERE oid < 16384
 ORDER BY oid
