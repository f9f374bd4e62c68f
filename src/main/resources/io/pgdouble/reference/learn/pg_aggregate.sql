SELECT a.aggfnoid::oid AS aggfnoid, a.aggkind, a.aggnumdirectargs, a.aggtransfn::oid AS aggtransfn,
       a.aggfinalfn::oid AS aggfinalfn, a.aggcombinefn::oid AS aggcombinefn,
       a.aggmtransfn::oid AS aggmtransfn, a.aggminvtransfn::oid AS aggminvtransfn,
       a.aggfinalextra, a.aggfinalmodify, a.aggsortop, a.aggtranstype, a.aggmtranstype,
       a.agginitval, a.aggminitval, a.aggserialfn::oid AS aggserialfn,
       a.aggdeserialfn::oid AS aggdeserialfn, a.aggmfinalfn::oid AS aggmfinalfn, a.aggmfinalextra,
       a.aggmfinalmodify, a.aggtransspace, a.aggmtransspace, a.aggfnoid::regprocedure::text AS signature
  FROM pg_aggregate a
 WHERE a.aggfnoid::oid < 16384
 ORDER BY a.aggfnoid::oid
