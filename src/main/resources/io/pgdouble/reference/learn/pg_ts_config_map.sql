SELECT mapcfg, maptokentype, mapseqno, mapdict
  FROM pg_ts_config_map
 WHERE mapcfg < 16384
 ORDER BY mapcfg, maptokentype, mapseqno
