-- title: Advisory locks are taken and given up as often, and who gives up what he has not is warned
-- majors: 14-18

SELECT pg_advisory_lock(710001)

SELECT pg_advisory_lock(710001)

SELECT pg_advisory_lock_shared(710001)

SELECT pg_advisory_unlock(710001), pg_advisory_unlock(710001), pg_advisory_unlock(710001)

SELECT pg_advisory_unlock_shared(710001), pg_advisory_unlock_shared(710001)

SELECT pg_try_advisory_lock(71, 1), pg_try_advisory_lock_shared(71, 1)

SELECT pg_advisory_unlock_all()

SELECT pg_advisory_unlock(71, 1), pg_advisory_unlock_shared(71, 1)

BEGIN

SELECT pg_advisory_xact_lock(710002), pg_try_advisory_xact_lock_shared(710002), pg_advisory_xact_lock_shared(710002)

SELECT pg_advisory_xact_lock(-71, 2147483647), pg_try_advisory_xact_lock(-71, -2147483648), pg_advisory_xact_lock_shared(71, 5)

SELECT pg_advisory_unlock(710002)

SELECT pg_advisory_lock_shared(710002)

COMMIT

SELECT pg_advisory_unlock_shared(710002), pg_advisory_unlock_shared(710002)

SELECT pg_advisory_lock(NULL), pg_try_advisory_lock(NULL), pg_advisory_unlock(NULL)

SELECT pg_advisory_lock(99999999999999999999)

SELECT pg_advisory_lock('seven')

SELECT pg_advisory_lock(i) FROM generate_series(710010, 710012) i

SELECT pg_advisory_unlock(i) FROM generate_series(710010, 710013) i

SELECT pg_try_advisory_lock_shared(710014), pg_try_advisory_xact_lock(71, 6), pg_try_advisory_xact_lock_shared(71, 6)

DISCARD ALL

SELECT pg_advisory_unlock_shared(710014)
