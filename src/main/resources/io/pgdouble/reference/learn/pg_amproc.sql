SELECT oid, amprocfamily, amproclefttype, amprocrighttype, amprocnum, amproc::oid AS amproc
  FROM pg_amproc
 WHERE oid < 16384
 ORDER BY amprocfamily, amproclefttype, amprocrighttype, amprocnum
