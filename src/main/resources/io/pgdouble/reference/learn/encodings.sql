SELECT id, pg_encoding_to_char(id) AS name, pg_encoding_max_length(id) AS max_length
  FROM generate_series(0, 63) AS id
 WHERE pg_encoding_to_char(id) <> ''
 ORDER BY id
