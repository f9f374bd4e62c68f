SELECT c.oid, c.castsource, c.casttarget, c.castfunc, c.castcontext, c.castmethod,
       format('%s -> %s', c.castsource::regtype, c.casttarget::regtype) AS signature
  FROM pg_cast c
 WHERE c.oid < 16384
 ORDER BY c.castsource, c.casttarget
