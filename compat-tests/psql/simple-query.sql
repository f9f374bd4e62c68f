-- statements one by one, as psql sends them
SELECT 1;
SELECT 1 AS one, 'two' AS two, NULL AS three, true AS four;
SELECT 1.50 AS "numeric", 1e10::float8 AS f8, 0.1::float4 AS f4;
SELECT;
VALUES (1, 'a'), (2, 'b'), (3, NULL);
SELECT * FROM generate_series(1, 5);
SELECT g, g * g AS square FROM generate_series(1, 3) AS g;
SELECT 'it''s' || ' ' || E'a\ttab' AS text;
SELECT ARRAY[1, 2, 3] AS ints, '{a,NULL,"b c"}'::text[] AS texts;
SELECT date '2024-02-29' + 1 AS next, timestamp '2024-01-01 10:00' - interval '90 minutes' AS earlier;
SELECT '\x00ff'::bytea AS bytes, '{"a": [1, 2]}'::jsonb AS doc;
SELECT coalesce(NULL, 5) AS c, nullif(1, 1) AS n, greatest(1, 3, 2) AS g;
SELECT CASE WHEN 1 > 2 THEN 'no' ELSE 'yes' END;
-- several in one string
SELECT 1 \; SELECT 2 \; SELECT 3;
SELECT 1 \; SELECT 1/0 \; SELECT 3;
-- errors with their positions
SELECT 1/0;
SELEC 1;
SELECT nosuch;
SELECT 1 +;
SELECT 'abc'::int;
SELECT nosuch(1);
SELECT 1 + true;
SELECT * FROM nosuch;
SELECT 'unterminated
';
\errverbose
