SELECT oid, prsname, prsnamespace, prsstart::oid AS prsstart, prstoken::oid AS prstoken,
       prsend::oid AS prsend, prsheadline::oid AS prsheadline, prslextype::oid AS prslextype
  FROM pg_ts_parser
 WHERE oid < 16384
 ORDER BY oid
