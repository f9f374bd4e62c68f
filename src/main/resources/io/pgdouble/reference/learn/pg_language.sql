SELECT oid, lanname, lanispl, lanpltrusted
  FROM pg_language
 WHERE oid < 16384
 ORDER BY oid
