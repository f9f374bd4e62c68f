SELECT oid, conname, pg_encoding_to_char(conforencoding) AS conforencoding,
       pg_encoding_to_char(contoencoding) AS contoencoding, conproc::text AS conproc, condefault, connamespace
  FROM pg_conversion
 WHERE oid < 16384
 ORDER BY oid
