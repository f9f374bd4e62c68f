SELECT oid, lanname, lanispl, lanpltrusted, lanplcallfoid, laninline, lanvalidator, lanacl
  FROM pg_language
 WHERE oid < 16384
 ORDER BY oid
