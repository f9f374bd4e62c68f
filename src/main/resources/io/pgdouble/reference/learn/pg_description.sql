SELECT objoid, classoid, objsubid, description
  FROM pg_description
 WHERE objoid < 16384
 ORDER BY objoid, classoid, objsubid
