SELECT f[1] AS sqlstate, f[2] AS kind, substr(f[3], 9) AS macro, f[4] AS condition
  FROM pg_config AS c,
       string_to_table(pg_read_file(c.setting || '/errcodes.txt'), E'\n') AS line,
       regexp_match(line, '^([0-9A-Z]{5})\s+([EWS])\s+(ERRCODE_\w+)(?:\s+(\w+))?\s*$') AS f
 WHERE c.name = 'SHAREDIR'
   AND f IS NOT NULL
 ORDER BY f[1] COLLATE "C", f[3] COLLATE "C"
