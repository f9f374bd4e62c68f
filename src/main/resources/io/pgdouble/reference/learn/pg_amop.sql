SELECT oid, amopfamily, amoplefttype, amoprighttype, amopstrategy, amoppurpose, amopopr, amopmethod,
       amopsortfamily
  FROM pg_amop
 WHERE oid < 16384
 ORDER BY amopfamily, amoplefttype, amoprighttype, amopstrategy, amoppurpose
