SELECT word, catcode, barelabel
  FROM pg_get_keywords()
 ORDER BY word COLLATE "C"
