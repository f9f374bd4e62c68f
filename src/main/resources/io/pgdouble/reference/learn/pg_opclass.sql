SELECT oid, opcmethod, opcname, opcfamily, opcintype, opcdefault, opckeytype
  FROM pg_opclass
 WHERE oid < 16384
 ORDER BY oid
