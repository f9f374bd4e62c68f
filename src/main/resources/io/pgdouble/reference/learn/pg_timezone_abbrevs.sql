SELECT abbrev, extract(epoch FROM utc_offset)::int AS utc_offset, is_dst
  FROM pg_timezone_abbrevs
 ORDER BY abbrev COLLATE "C"
