SELECT oid, opcmethod, opcname, opcfamily, opcintype, opcdefault, opckeytype, opcnamespace
  FROM pg_opclass
 WHERE oid < 16384
 ORDER BY oid
