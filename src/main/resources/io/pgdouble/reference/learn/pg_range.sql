SELECT rngtypid, rngsubtype, rngmultitypid, rngcollation, rngsubopc,
       rngcanonical::text AS rngcanonical, rngsubdiff::text AS rngsubdiff
  FROM pg_range
 WHERE rngtypid < 16384
 ORDER BY rngtypid
