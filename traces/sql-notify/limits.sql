-- title: How long channels and payloads may be, and what is asked about them
-- majors: 14-18

LISTEN limits

NOTIFY limits, 5

NOTIFY

NOTIFY a.b

LISTEN ""

SELECT pg_notify(NULL, 'payload')

SELECT pg_notify('', 'payload')

SELECT pg_notify('limits', NULL)

SELECT pg_notify(repeat('x', 63), 'nobody listens')

SELECT pg_notify(repeat('x', 64), 'payload')

SELECT pg_notify(repeat('ä', 32), 'payload')

SELECT pg_notify('limits_quiet', repeat('x', 7999))

SELECT pg_notify('limits_quiet', repeat('x', 8000))

SELECT pg_notify('limits_quiet', repeat('ä', 4000))

NOTIFY limits_of_an_identifier_whose_name_is_longer_than_sixty_three_bytes

LISTEN limits_of_an_identifier_whose_name_is_longer_than_sixty_three_bytes

SELECT * FROM pg_listening_channels()

LISTEN limits

BEGIN

LISTEN limits_new

UNLISTEN limits

SELECT pg_listening_channels()

SAVEPOINT s

UNLISTEN *

ROLLBACK TO s

COMMIT

SELECT pg_listening_channels()

BEGIN

LISTEN limits_rolled_back

ROLLBACK

SELECT pg_listening_channels()

BEGIN READ ONLY

NOTIFY limits_new, 'read only'

LISTEN limits

COMMIT

UNLISTEN limits_unknown

UNLISTEN limits_new, limits

SELECT pg_listening_channels()

SELECT pg_notification_queue_usage() < 0.01

BEGIN

NOTIFY limits_prepared

ROLLBACK

PREPARE p AS NOTIFY limits

EXPLAIN NOTIFY limits

DISCARD ALL

SELECT pg_listening_channels()

UNLISTEN *
