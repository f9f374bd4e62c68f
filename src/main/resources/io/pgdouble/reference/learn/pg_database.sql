SELECT oid, datname, pg_encoding_to_char(encoding) AS encoding, datcollate, datctype,
       datistemplate, datallowconn, datconnlimit, datdba, datlocprovider, dattablespace,
       daticulocale, datlocale, dathasloginevt, daticurules, datcollversion, datacl
  FROM pg_database
 WHERE oid < 16384
 ORDER BY oid
