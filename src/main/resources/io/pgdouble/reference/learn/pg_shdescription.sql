SELECT objoid, classoid, description
  FROM pg_shdescription
 WHERE objoid < 16384
 ORDER BY objoid, classoid
