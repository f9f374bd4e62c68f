-- title: LOCK TABLE of what is neither table nor view, before it was said why
-- majors: 14

CREATE SEQUENCE lock_another

BEGIN

LOCK lock_another

ROLLBACK

DROP SEQUENCE lock_another
