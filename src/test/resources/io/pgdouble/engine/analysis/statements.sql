-- Statements for both sides, one a line; behind ;; the texts of its parameters.
SELECT 1
SELECT 1, 2.5, 'a', NULL, true, 1e10, 12345678901, 123456789012345678901234567890
SELECT
SELECT 1 AS one, 2 two, 3 "Three"
SELECT 'abc'
SELECT 'abc'::text, 'abc'::varchar, 'abc'::varchar(2), 'abc'::char(5), 'abc'::char, 'abc'::bpchar, 'abc'::name
SELECT 1::int2, 1::int4, 1::int8, 1::float4, 1::float8, 1::numeric, 1::numeric(5,2), 1::text, 1::bool
SELECT '1'::int + '2'
SELECT '1' + '2'
SELECT 1 + '2'
SELECT 1 + 'x'
SELECT 'x' + 1
SELECT 'x'::int
SELECT   'x'::int4
SELECT int 'x'
SELECT CAST('x' AS int)
SELECT date '2020-01-01', timestamp '2020-01-01 00:00:00', interval '1 day', time '10:00'
SELECT date '2020-13-01'
SELECT '2020-01-01'::date + 1
SELECT '2020-01-01'::date - '2019-01-01'
SELECT '2020-01-01'::date - '2019-01-01'::date
SELECT date '2020-01-01' + interval '1 day'
SELECT timestamp '2020-01-01' - timestamp '2019-01-01'
SELECT 1 = 1, 1 <> 2, 1 < 2.5, 'a' < 'b', 1 != 1
SELECT 1 = 'a'
SELECT 1 = true
SELECT true = 1
SELECT true AND false OR NOT true
SELECT 1 AND true
SELECT true AND 1
SELECT NOT 1
SELECT 'a' AND true
SELECT 't' AND true
SELECT NULL AND true
SELECT NOT NULL
SELECT NULL IS NULL, 1 IS NULL, 1 IS NOT NULL, NULL IS NOT NULL
SELECT true IS TRUE, NULL IS UNKNOWN, false IS NOT FALSE
SELECT 1 IS TRUE
SELECT 1 IS DISTINCT FROM 2, NULL IS DISTINCT FROM NULL, 1 IS NOT DISTINCT FROM NULL
SELECT NULLIF(1,1), NULLIF(1,2), NULLIF('a','b')
SELECT NULLIF(1,'a')
SELECT COALESCE(NULL, 1, 2), COALESCE(NULL, NULL), COALESCE('a', NULL)
SELECT COALESCE(1, 'a')
SELECT COALESCE(1, true)
SELECT GREATEST(1,2,3), LEAST(1, 2.5), GREATEST('a','b'), GREATEST(NULL, 1)
SELECT GREATEST(1, 'x')
SELECT CASE WHEN true THEN 1 ELSE 2 END
SELECT CASE 1 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END
SELECT CASE WHEN 1 THEN 2 END
SELECT CASE WHEN true THEN 1 ELSE 'x' END
SELECT CASE WHEN true THEN 1 ELSE 2.5 END
SELECT CASE WHEN true THEN 1 ELSE true END
SELECT CASE 'a' WHEN 1 THEN 2 END
SELECT CASE WHEN false THEN 1/0 ELSE 1 END
SELECT CASE WHEN true THEN 1 ELSE 1/0 END
SELECT false AND 1/0 = 1
SELECT 1/0 = 1 AND false
SELECT COALESCE(1, 1/0)
SELECT 1/0
SELECT 1.0/0
SELECT 1::float8/0
SELECT 1 % 0
SELECT $1 ;; a
SELECT $1::int ;; 5
SELECT $1 + 1 ;; 5
SELECT $1 + $2 ;; 5 ;; 6
SELECT $1 || 'a' ;; b
SELECT $1 || $2 ;; a ;; b
SELECT 1/$1 ;; 0
SELECT $1/0 ;; 1
SELECT $1::int = $1 ;; 5
SELECT $1::int, $1::text ;; 5
SELECT $1, $1::int ;; 5
SELECT $1 = $1 ;; a
SELECT $2 ;; 1 ;; 2
SELECT $0
SELECT $1::int + $1::float8 ;; 5
SELECT CASE WHEN $1 THEN 1 ELSE 2 END ;; t
SELECT COALESCE($1, 5) ;; 7
SELECT $1 IN (1,2,3) ;; 2
SELECT $1 BETWEEN 1 AND 10 ;; 5
SELECT 1 LIMIT $1 ;; 1
SELECT length($1) ;; abc
SELECT upper($1), lower($2) ;; abc ;; DEF
SELECT abs($1) ;; 1
SELECT $1 IS NULL ;; 1
SELECT $1 IS NOT NULL, $1 ;; 1
SELECT ARRAY[$1, 2] ;; 1
SELECT ARRAY[$1] ;; 1
SELECT $1 = ANY(ARRAY[1,2]) ;; 1
SELECT 1 = ANY($1) ;; {1,2}
SELECT $1[1] ;; {1}
SELECT ($1::int[])[1] ;; {1}
SELECT $1::numeric(5,2) ;; 1.234
SELECT $1::varchar(3) ;; abcdef
SELECT $1::date + 1 ;; 2020-01-01
SELECT generate_series(1, $1) ;; 3
SELECT round($1, 2) ;; 3.14159
SELECT $1 LIKE 'a%' ;; abc
SELECT $1 AS x ORDER BY x ;; 1
SELECT $1 UNION SELECT 1 ;; 2
SELECT $1 UNION SELECT $2 ;; a ;; b
VALUES ($1), (2) ;; 1
VALUES ($1), ($2) ;; 1 ;; 2
SELECT foo
SELECT foo.bar
SELECT foo()
SELECT foo(1, 'a', NULL)
SELECT foo(1, a => 2)
SELECT public.foo(1)
SELECT nosuch.foo(1)
SELECT abs('x')
SELECT abs(1, 2)
SELECT abs(true)
SELECT abs('2020-01-01'::date)
SELECT length(1)
SELECT upper(1)
SELECT 1 || 2
SELECT 1 || 'a'
SELECT 'a' || 1
SELECT 'a' || NULL
SELECT 'a' || true
SELECT 'a'::text || 1.5
SELECT NULL || NULL
SELECT 1 ~ 2
SELECT @ -5
SELECT - 'a'
SELECT - '5'
SELECT + 5
SELECT ! 5
SELECT -true
SELECT !! 5
SELECT 5 !
SELECT 1 OPERATOR(pg_catalog.+) 2
SELECT 1 OPERATOR(nosuch.+) 2
SELECT 1 OPERATOR(public.+) 2
SELECT 1 IN (1, 2), 1 NOT IN (1,2), 'a' IN ('a', 'b')
SELECT 1 IN (1, 'x')
SELECT 1 IN ('x')
SELECT 1 IN (1, 2.5, NULL)
SELECT 1 IN (true, false)
SELECT 1 IN (1)
SELECT 1 BETWEEN 0 AND 2, 1 NOT BETWEEN 0 AND 2, 1 BETWEEN SYMMETRIC 2 AND 0
SELECT 1 BETWEEN 'a' AND 2
SELECT 'abc' LIKE 'a%', 'abc' ILIKE 'A%', 'abc' SIMILAR TO 'a%', 'abc' ~ 'b', 'abc' NOT LIKE 'x'
SELECT 'a%' LIKE 'a\%', 'a' LIKE 'a' ESCAPE 'x'
SELECT 1 LIKE 'a'
SELECT ARRAY[1,2,3], ARRAY['a','b'], ARRAY[1, 2.5], ARRAY[[1,2],[3,4]], ARRAY[]::int[], '{1,2}'::int[]
SELECT ARRAY[]
SELECT ARRAY[1, 'a']
SELECT ARRAY[1, true]
SELECT ARRAY[NULL]
SELECT ARRAY[1,2]::text[]
SELECT ARRAY['1','2']::int[]
SELECT ARRAY[ARRAY[1], ARRAY[2]]
SELECT ARRAY[[1],[2,3]]
SELECT ARRAY[1,2][1], (ARRAY[1,2,3])[2], (ARRAY[1,2,3])[2:3], (ARRAY[[1,2],[3,4]])[1][2], (ARRAY[[1,2],[3,4]])[1]
SELECT (ARRAY[1,2])['a']
SELECT (ARRAY[1,2])[1.5]
SELECT (ARRAY[1,2])[true]
SELECT (1)[1]
SELECT ('{"a":1}'::jsonb)['a']
SELECT ('[1,2]'::jsonb)[1]
SELECT ('[1,2]'::jsonb)[1.5]
SELECT ('[1,2]'::jsonb)[true]
SELECT 1 = ANY(ARRAY[1,2]), 1 = ALL(ARRAY[1,2]), 3 = ANY('{1,2}'::int[])
SELECT 1 = ANY('{1,2}')
SELECT 1 = ANY('x')
SELECT 1 = ANY(1)
SELECT 'a' = ANY(ARRAY[1,2])
SELECT 1 = ANY(ARRAY['a'])
SELECT 1 + ANY(ARRAY[1])
SELECT ROW(1, 'a', NULL), (1, 2)
SELECT ROW(1,2) = ROW(1,2), ROW(1,2) < ROW(1,3), (1,NULL) = (1,2), ROW(1,2) <> ROW(1,2)
SELECT ROW(1,2) = ROW(1)
SELECT ROW(1,2) = ROW(1,'a')
SELECT ROW() = ROW()
SELECT ROW(1,2) IS NULL, ROW(NULL,NULL) IS NULL, ROW(1,NULL) IS NOT NULL
SELECT ROW(1,2) IS DISTINCT FROM ROW(1,3)
SELECT (ROW(1,2)).f1
SELECT (ROW(1,2)).f3
SELECT (ROW(1,2)).*
SELECT (1).a
SELECT now() = current_timestamp, current_user, session_user, user, current_role, current_catalog, current_schema
SELECT current_date - current_date, localtime = localtime, current_time(2) IS NOT NULL, localtimestamp(0) IS NULL
SELECT pg_typeof(1), pg_typeof('a'), pg_typeof(NULL), pg_typeof(1.5), pg_typeof(now()), pg_typeof(ARRAY[1])
SELECT 'a' COLLATE "C"
SELECT 'a' COLLATE "C" < 'b'
SELECT 'a' COLLATE "nosuch"
SELECT 1 COLLATE "C"
SELECT 'a' COLLATE "C" < 'b' COLLATE "POSIX"
SELECT int4(1.5), text(1), float8('1'), int4('x'), varchar('a'), date('2020-01-01')
SELECT int4(true)
SELECT numeric(1)
SELECT pg_catalog.int4(1.5)
SELECT text(true), text(1.5), text('a'::name)
SELECT 1::foo
SELECT 1::public.foo
SELECT 1::nosuch.foo
SELECT 1::foo[]
SELECT 1::int(5)
SELECT 1::varchar(0)
SELECT 1::varchar(-1)
SELECT 1::varchar('a')
SELECT 1::varchar(1,2)
SELECT 1::numeric(0)
SELECT 1::numeric(2000)
SELECT '1 day'::interval(3), '1 day'::interval day, interval '1' hour, interval '1.123456' second(2)
SELECT 1::date
SELECT '2020-01-01'::date::int
SELECT true::int, 1::bool, true::text, 'yes'::bool
SELECT true::int8
SELECT 1.5::bool
SELECT 1.5::int, 2.5::int, 1.5::numeric(3,0), 1e20::int
SELECT 100000::int2
SELECT 99999999999::int
SELECT '5'::int2 + 100000
SELECT 32767::int2 + 1::int2
SELECT 2147483647 + 1
SELECT 9223372036854775807 + 1
SELECT -9223372036854775808, -2147483648, -32768::int2, (-32768)::int2
SELECT 2147483648, -2147483649
SELECT 1_000, 0x1F, 0o17, 0b101, 0xFFFFFFFFFF
SELECT x'1F', b'101', x'1F'::int, b'101'::bit(5)
SELECT E'a\nb', U&'\0041', $$x$$, 'a''b'
SELECT 'a' 'b'
SELECT '\x41'::bytea, 'a'::bytea, '\xZZ'::bytea
SELECT '{"a":1}'::json, '{"a":1}'::jsonb, '{bad'::json
SELECT '{"a":1}'::jsonb -> 'a', '{"a":1}'::jsonb ->> 'a', '[1,2]'::jsonb -> 0
SELECT '{"a":1}' -> 'a'
SELECT '{"a":1}'::json -> 1.5
SELECT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid, 'x'::uuid
SELECT extract(year FROM date '2020-02-03'), extract(epoch FROM interval '1 day'), date_part('month', date '2020-02-03')
SELECT extract(foo FROM date '2020-02-03')
SELECT extract(year FROM '2020-02-03')
SELECT extract(year FROM 1)
SELECT substring('abcdef' FROM 2 FOR 3), substring('abcdef', 2), substr('abcdef', 2, 2), position('b' IN 'abc'), overlay('abc' PLACING 'x' FROM 2)
SELECT trim('  a '), trim(both 'x' FROM 'xax'), ltrim('xa','x'), btrim(' a ')
SELECT now() AT TIME ZONE 'UTC' IS NULL
SELECT timestamp '2020-01-01' AT TIME ZONE 'UTC'
SELECT '2020-01-01' AT TIME ZONE 'UTC'
SELECT concat('a', 1, NULL, true), concat_ws(',', 'a', NULL, 'b'), format('%s %I %L', 'a', 'b c', 'd')
SELECT concat()
SELECT concat(VARIADIC ARRAY['a','b'])
SELECT concat(VARIADIC 'a')
SELECT format('%s', VARIADIC ARRAY[1,2])
SELECT make_interval(days => 5), make_interval(1, 2), make_interval(hours := 3)
SELECT make_interval(foo => 5)
SELECT make_interval(days => 5, days => 6)
SELECT make_interval(days => 5, 6)
SELECT make_date(2020, 2, 30)
SELECT jsonb_set('{"a":1}', '{a}', '2'), jsonb_set(target => '{"a":1}', path => '{b}', new_value => '2')
SELECT round(1.5), round(1.55, 1), round(1.5::float8), round(2)
SELECT round(1.5::float8, 1)
SELECT mod(5,3), power(2,3), sqrt(4), pi(), random() < 1, floor(1.5), ceil(1.2), sign(-1), div(7,2)
SELECT sqrt(-1)
SELECT ln(0)
SELECT log(2, 8), log(100), exp(0)
SELECT greatest(1,2) AS g, least('a','b')
SELECT array_length(ARRAY[1,2],1), cardinality(ARRAY[1,2]), array_append(ARRAY[1],2), array_cat(ARRAY[1],ARRAY[2]), ARRAY[1] || 2, ARRAY[1] || ARRAY[2], 1 || ARRAY[2]
SELECT ARRAY[1] || 'a'
SELECT ARRAY[1] || ARRAY['a']
SELECT ARRAY[1] || NULL
SELECT ARRAY[1] || '{2}'
SELECT array_append(ARRAY[1], 'x')
SELECT array_append(ARRAY[1], 2.5)
SELECT array_append(1, 2)
SELECT array_append(NULL, 2)
SELECT array_append('{1}', 2)
SELECT array_to_string(ARRAY[1,2], ','), string_to_array('a,b', ',')
SELECT array_position(ARRAY['a','b'], 'b'), array_remove(ARRAY[1,2], 1), unnest(ARRAY[1,2])
SELECT ARRAY[1,2] = ARRAY[1,2], ARRAY[1,2] < ARRAY[1,3], ARRAY[1,2] @> ARRAY[1], ARRAY[1] && ARRAY[2]
SELECT ARRAY[1,2] = ARRAY['a']
SELECT ARRAY[1,2] @> ARRAY[1.5]
SELECT generate_series(1,3)
SELECT generate_series(1,3), generate_series(1,2)
SELECT generate_series(1,3) + 1, 'x'
SELECT generate_series(1, generate_series(1,3))
SELECT generate_series(3,1)
SELECT generate_series(1,10,0)
SELECT generate_series(1,10,3)
SELECT generate_series('2020-01-01'::timestamp, '2020-01-03', '1 day')
SELECT generate_series(1,2.5)
SELECT generate_series('a','b')
SELECT generate_series(1,3) LIMIT 2
SELECT generate_series(1,3) AS x ORDER BY x DESC
SELECT CASE WHEN true THEN generate_series(1,3) END
SELECT COALESCE(generate_series(1,3), 1)
SELECT 1 WHERE generate_series(1,3) = 1
SELECT abs(generate_series(-2,2))
SELECT sum(generate_series(1,3))
SELECT 1 WHERE true
SELECT 1 WHERE false
SELECT 1 WHERE NULL
SELECT 1 WHERE 1
SELECT 1 WHERE 'x'
SELECT 1 WHERE 't'
SELECT 1 HAVING true
SELECT 1 HAVING false
SELECT 1 LIMIT 0
SELECT 1 LIMIT -1
SELECT 1 OFFSET -1
SELECT 1 LIMIT NULL OFFSET NULL
SELECT 1 LIMIT ALL
SELECT 1 LIMIT 'x'
SELECT 1 LIMIT 1.5
SELECT 1 LIMIT true
SELECT 1 LIMIT a
SELECT 1 FETCH FIRST ROW ONLY
SELECT 1 ORDER BY 1
SELECT 1 ORDER BY 2
SELECT 1 ORDER BY 'a'
SELECT 1 ORDER BY 1.5
SELECT 1 AS a ORDER BY a
SELECT 1 AS a ORDER BY b
SELECT 1 AS a, 2 AS a ORDER BY a
SELECT 1 AS a ORDER BY a + 1
SELECT 1 AS a, 1 AS a ORDER BY a
SELECT '{}'::json ORDER BY 1
SELECT DISTINCT '{}'::json
SELECT DISTINCT 1, 2
SELECT DISTINCT ON (1) 1, 2
SELECT DISTINCT 1 ORDER BY 2
SELECT DISTINCT 1 AS a ORDER BY random()
VALUES (1), (2)
VALUES (1, 'a'), (2, 'b')
VALUES (1), ('a')
VALUES (1), (2.5)
VALUES (1, 2), (3)
VALUES (1), (NULL)
VALUES (NULL), ('a')
VALUES (1), (2) ORDER BY 1 DESC
VALUES (1), (2) ORDER BY column1 DESC LIMIT 1
VALUES ('a'::varchar(5)), ('b'::varchar(5))
VALUES ('a'::varchar(5)), ('b'::varchar(6))
VALUES (1), (true)
VALUES (DEFAULT)
VALUES (generate_series(1,2))
VALUES (generate_series(1,2)), (3)
VALUES (count(*))
SELECT * FROM (VALUES (1,'a'),(2,'b')) AS t(x,y)
SELECT x, y FROM (VALUES (1,'a'),(2,'b')) AS t(x,y) WHERE x > 1
SELECT t.x, t.* FROM (VALUES (1,'a'),(2,'b')) AS t(x,y)
SELECT t.z FROM (VALUES (1,'a')) AS t(x,y)
SELECT z FROM (VALUES (1,'a')) AS t(x,y)
SELECT u.x FROM (VALUES (1,'a')) AS t(x,y)
SELECT t FROM (VALUES (1,'a')) AS t(x,y)
SELECT * FROM (VALUES (1,'a')) AS t(x,y,z)
SELECT * FROM generate_series(1,3)
SELECT * FROM generate_series(1,3) AS g
SELECT * FROM generate_series(1,3) AS g(i)
SELECT g.i, g FROM generate_series(1,3) AS g(i)
SELECT * FROM generate_series(1,3) WITH ORDINALITY
SELECT * FROM generate_series(1,3) WITH ORDINALITY AS t(a,b)
SELECT * FROM ROWS FROM (generate_series(1,3), generate_series(1,2)) AS t(a,b)
SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b','c'])
SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b','c']) AS u(a,b)
SELECT count(*) FROM now()
SELECT * FROM abs(-1)
SELECT * FROM abs(-1) AS x
SELECT * FROM nosuchfunc(1)
SELECT * FROM json_each('{"a":1,"b":2}')
SELECT * FROM jsonb_each_text('{"a":1,"b":null}') AS t(k,v)
SELECT * FROM json_array_elements('[1,2]')
SELECT * FROM json_to_record('{"a":1}')
SELECT * FROM json_to_record('{"a":1}') AS t(a int)
SELECT * FROM generate_series(1,2) AS t(a int)
SELECT key FROM json_each('{"a":1}')
SELECT json_each('{"a":1}')
SELECT (json_each('{"a":1}')).key
SELECT (json_each('{"a":1}')).*
SELECT * FROM nosuch
SELECT * FROM public.nosuch
SELECT * FROM nosuch.nosuch
SELECT * FROM other.public.nosuch
SELECT 1 FROM nosuch, alsonot
SELECT * FROM (SELECT 1) AS s
SELECT * FROM (SELECT 1 AS a, 'x' AS b) AS s
SELECT * FROM (SELECT 1)
SELECT a FROM (SELECT 1 AS a) AS s, (SELECT 2 AS b) AS t
SELECT a FROM (SELECT 1 AS a) AS s, (SELECT 2 AS a) AS t
SELECT * FROM (SELECT 1 AS a) AS s, (SELECT 2 AS a) AS s
SELECT s.a, t.a FROM (SELECT 1 AS a) AS s, (SELECT 2 AS a) AS t
SELECT * FROM (SELECT 1 AS a) AS s, (SELECT s.a) AS t
SELECT * FROM (SELECT 1 AS a) AS s, LATERAL (SELECT s.a + 1 AS b) AS t
SELECT * FROM generate_series(1,3) AS a(x), generate_series(1, a.x) AS b(y)
SELECT * FROM generate_series(1,3) AS a(x) JOIN generate_series(2,4) AS b(y) ON x = y
SELECT * FROM generate_series(1,3) AS a(x) LEFT JOIN generate_series(2,4) AS b(y) ON x = y
SELECT * FROM generate_series(1,3) AS a(x) RIGHT JOIN generate_series(2,4) AS b(y) ON x = y ORDER BY y
SELECT * FROM generate_series(1,3) AS a(x) FULL JOIN generate_series(2,4) AS b(y) ON x = y ORDER BY x, y
SELECT * FROM generate_series(1,3) AS a(x) JOIN generate_series(2,4) AS b(x) USING (x)
SELECT a.x, b.x, x FROM generate_series(1,3) AS a(x) LEFT JOIN generate_series(2,4) AS b(x) USING (x)
SELECT * FROM generate_series(1,3) AS a(x) FULL JOIN generate_series(2,4) AS b(x) USING (x) ORDER BY x
SELECT * FROM generate_series(1,3) AS a(x) NATURAL JOIN generate_series(2,4) AS b(x)
SELECT * FROM generate_series(1,3) AS a(x) CROSS JOIN generate_series(2,3) AS b(y) ORDER BY x, y
SELECT * FROM generate_series(1,3) AS a(x) JOIN generate_series(2,4) AS b(y) USING (x)
SELECT * FROM generate_series(1,3) AS a(x) JOIN generate_series(2,4) AS b(y) ON x
SELECT * FROM generate_series(1,3) AS a(x) JOIN generate_series(2,4) AS b(y) ON a.y = b.x
SELECT * FROM (generate_series(1,2) AS a(x) JOIN generate_series(1,2) AS b(y) ON x = y) AS j
SELECT j.x FROM (generate_series(1,2) AS a(x) JOIN generate_series(1,2) AS b(y) ON x = y) AS j
SELECT a.x FROM (generate_series(1,2) AS a(x) JOIN generate_series(1,2) AS b(y) ON x = y) AS j
SELECT count(*), sum(x), avg(x), min(x), max(x) FROM generate_series(1,10) AS g(x)
SELECT count(*) FROM generate_series(1,0)
SELECT count(x), count(DISTINCT x % 3), sum(x) FILTER (WHERE x > 5) FROM generate_series(1,10) AS g(x)
SELECT string_agg(x::text, ',' ORDER BY x DESC), array_agg(x ORDER BY x) FROM generate_series(1,5) AS g(x)
SELECT array_agg(DISTINCT x % 3 ORDER BY x % 3) FROM generate_series(1,5) AS g(x)
SELECT array_agg(DISTINCT x % 3 ORDER BY x) FROM generate_series(1,5) AS g(x)
SELECT x % 2 AS r, count(*) FROM generate_series(1,5) AS g(x) GROUP BY r ORDER BY r
SELECT x % 2, count(*) FROM generate_series(1,5) AS g(x) GROUP BY 1 ORDER BY 1
SELECT x % 2, count(*) FROM generate_series(1,5) AS g(x) GROUP BY x % 2 HAVING count(*) > 2
SELECT x, count(*) FROM generate_series(1,5) AS g(x)
SELECT x FROM generate_series(1,5) AS g(x) GROUP BY x % 2
SELECT x + 1 FROM generate_series(1,2) AS g(x) GROUP BY x + 1 ORDER BY 1
SELECT count(*) FROM generate_series(1,5) AS g(x) WHERE count(*) > 1
SELECT count(*) FROM generate_series(1,5) AS g(x) GROUP BY count(*)
SELECT count(count(*)) FROM generate_series(1,5) AS g(x)
SELECT count() FROM generate_series(1,5)
SELECT sum(*) FROM generate_series(1,5)
SELECT abs(*)
SELECT abs(DISTINCT 1)
SELECT abs(1 ORDER BY 1)
SELECT abs(1) FILTER (WHERE true)
SELECT abs(1) OVER ()
SELECT row_number()
SELECT sum('a')
SELECT sum(true)
SELECT sum(x) FROM (VALUES (1),(2)) AS t(x) ORDER BY x
SELECT min(true)
SELECT max('a'::text), min('b'), max(1.5)
SELECT bool_and(x > 0), bool_or(x > 4), every(true) FROM generate_series(1,5) AS g(x)
SELECT json_agg(x), jsonb_agg(x), json_object_agg(x, x) FROM generate_series(1,2) AS g(x)
SELECT stddev(x), variance(x), var_pop(x), corr(x,x) FROM generate_series(1,5) AS g(x)
SELECT count(*) FILTER (WHERE 1)
SELECT (SELECT 1), (SELECT 'a'), (SELECT NULL), (SELECT 1 AS foo)
SELECT (SELECT 1, 2)
SELECT (SELECT generate_series(1,2))
SELECT (SELECT 1 WHERE false)
SELECT EXISTS (SELECT 1), EXISTS (SELECT 1 WHERE false), NOT EXISTS (SELECT 1)
SELECT ARRAY(SELECT generate_series(1,3)), ARRAY(SELECT 1 WHERE false)
SELECT 1 IN (SELECT generate_series(1,3)), 5 NOT IN (SELECT generate_series(1,3)), 1 = ANY (SELECT 2), 1 < ALL (SELECT generate_series(2,3))
SELECT (1,2) IN (SELECT 1,2), (1,2) = (SELECT 1,2), (1,2) < (SELECT 1,3)
SELECT (1,2) IN (SELECT 1)
SELECT 1 IN (SELECT 1,2)
SELECT 1 IN (SELECT 'a')
SELECT 1 IN (SELECT 'a'::text)
SELECT NULL IN (SELECT 1)
SELECT (SELECT x) FROM generate_series(1,2) AS g(x)
SELECT x, (SELECT count(*) FROM generate_series(1,x)) FROM generate_series(1,3) AS g(x)
SELECT (SELECT count(x)) FROM generate_series(1,3) AS g(x)
SELECT 1 UNION SELECT 2 ORDER BY 1
SELECT 1 UNION ALL SELECT 1
SELECT 1 UNION SELECT 'a'
SELECT 1 UNION SELECT 2.5 ORDER BY 1
SELECT 1 UNION SELECT true
SELECT 1, 2 UNION SELECT 1
SELECT 'a' UNION SELECT 'b' ORDER BY 1
SELECT NULL UNION SELECT NULL
SELECT NULL UNION SELECT 1 ORDER BY 1
SELECT NULL UNION SELECT NULL UNION SELECT 1
SELECT 1 AS a UNION SELECT 2 AS b ORDER BY a
SELECT 1 AS a UNION SELECT 2 AS b ORDER BY b
SELECT 1 AS a UNION SELECT 2 ORDER BY a + 1
SELECT 1 INTERSECT SELECT 1
SELECT 1 EXCEPT SELECT 1
SELECT generate_series(1,5) EXCEPT SELECT generate_series(2,3) ORDER BY 1
SELECT generate_series(1,3) INTERSECT ALL SELECT 2
(SELECT 1 LIMIT 1) UNION ALL (SELECT 2 ORDER BY 1)
SELECT 1 UNION SELECT 2 LIMIT 1
SELECT '{}'::json UNION SELECT '{}'::json
SELECT '{}'::json UNION ALL SELECT '{}'::json
SELECT 'a'::varchar(3) UNION ALL SELECT 'b'::varchar(3)
SELECT 'a'::varchar(3) UNION ALL SELECT 'b'::varchar(4)
VALUES (1) UNION VALUES (2) ORDER BY 1
WITH t AS (SELECT 1 AS a) SELECT * FROM t
WITH t(x) AS (SELECT 1) SELECT x FROM t, t AS u(y)
WITH t AS (SELECT 1), t AS (SELECT 2) SELECT 1
WITH t(x,y) AS (SELECT 1) SELECT 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t
WITH RECURSIVE t(n) AS (VALUES (1) UNION SELECT n % 3 + 1 FROM t) SELECT * FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM t) SELECT * FROM t
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH t AS (SELECT * FROM u), u AS (SELECT 1) SELECT * FROM t
SELECT *
SELECT t.*
SELECT * FROM t
TABLE nosuch
SELECT count(*) FROM pg_type WHERE typname = 'int4'
SELECT oid, typname, typlen FROM pg_type WHERE typname IN ('int4', 'text') ORDER BY oid
SELECT t.oid, t.typname, n.nspname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'bool'
SELECT typname, typinput, typelem FROM pg_type WHERE oid = 23
SELECT relname FROM pg_class WHERE relname = 'pg_type'
SELECT proname, prorettype FROM pg_proc WHERE proname = 'abs' ORDER BY oid
SELECT typnam FROM pg_type
SELECT pg_type.typnam FROM pg_type
SELECT pg_typ.typname FROM pg_type
SELECT p.typname FROM pg_type t
SELECT pg_type.typname FROM pg_type t
SELECT lpad('a', 5), rpad('a', 5, 'x'), bit_length('a'), octet_length('a'), age(timestamp '2020-01-01', timestamp '2019-01-01')
SELECT quote_literal(1), quote_nullable(NULL), quote_ident('a b'), quote_literal('x')
SELECT to_char(1.5, '999.99'), to_char(timestamp '2020-01-01', 'YYYY-MM-DD'), to_date('2020-01-01','YYYY-MM-DD'), to_number('1.5','9.9')
SELECT md5('a'), encode('\x41','hex'), decode('41','hex'), ascii('a'), chr(97), repeat('a',3), replace('abc','b','x'), reverse('abc'), left('abc',2), right('abc',2), split_part('a,b',',',2), strpos('abc','b'), initcap('ab cd'), translate('abc','a','x')
SELECT regexp_replace('abc','b','x'), regexp_match('abc','b'), regexp_matches('abab','a','g'), regexp_split_to_array('a,b',',')
SELECT current_setting('nosuch')
SELECT version() IS NOT NULL, pg_backend_pid() > 0, current_database(), current_schemas(true) IS NULL
SELECT pg_sleep(0)
SELECT pg_typeof(pg_sleep(0))
SELECT true::boolean::text::bool, 1::int::text::int::numeric::float8
SELECT 1::oid, 1::regtype, 'int4'::regtype, 23::regtype::text, 'pg_type'::regclass, 'nosuch'::regclass
SELECT '1'::xid, 1::money
SELECT int8 '1' = int4 '1', int2 '1' + int8 '2', 1::float4 + 1::float8, 1::numeric + 1::float8, 1::int2 * 1::float4
SELECT 1::int8 + 1::float4, 1::float4 + 1.5, 2 ^ 3, 2.0 ^ 3, |/ 4.0, 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 3
SELECT date '2020-01-01' = timestamp '2020-01-01', date '2020-01-01' < '2021-01-01', now() > '2000-01-01', interval '1 day' * 2, 2 * interval '1 day', interval '1 day' / 2
SELECT date '2020-01-01' + '1 day'
SELECT date '2020-01-01' + 'x'
SELECT '2020-01-01'::timestamptz, '2020-01-01 12:00+02'::timestamptz, 'now'::date = current_date, 'infinity'::timestamp, 'today'::timestamp = current_date
SELECT time '10:00' + interval '1 hour', time '10:00' - time '09:00', timetz '10:00+02'
SELECT 'a'::char = 'a  '::char(3), 'a '::char(2) = 'a'::text, 'a'::varchar || 'b'::char(3), 'a'::char(3) || 'b'
SELECT 'a'::name = 'a', 'a'::name || 'b', 'a'::"char", 'a'::text = 'a'::name
SELECT 'a' COLLATE "C" < 'b' COLLATE "POSIX"
SELECT 'a' COLLATE "C" < 'b'
SELECT 'a' COLLATE "C" || 'b' COLLATE "POSIX"
SELECT upper('a' COLLATE "C")
SELECT max('a' COLLATE "C"), ROW('a' COLLATE "C", 'b' COLLATE "POSIX")
SELECT CASE WHEN 'a' COLLATE "C" = 'b' THEN 'x' COLLATE "POSIX" ELSE 'y' END
SELECT COALESCE('a' COLLATE "C", 'b' COLLATE "POSIX")
SELECT 'a' COLLATE "C" IN ('a', 'b' COLLATE "POSIX")
SELECT * FROM (VALUES ('a' COLLATE "C")) v(x) WHERE x < 'b' COLLATE "POSIX"
SELECT 'a' COLLATE "C" ORDER BY 1
SELECT ('a' COLLATE "C")::varchar(3)
SELECT 1 + ('1' COLLATE "C")::int
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 LIMIT 2) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 ORDER BY 1) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT sum(n) FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT max(n) + 1 FROM t WHERE n < 3) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1) SELECT * FROM t
SELECT f, pg_typeof(f) FROM unnest(ARRAY['a','b']) f
SELECT x.* FROM unnest(ARRAY['a','b']) WITH ORDINALITY x ORDER BY ordinality DESC
SELECT '{}'::json AS j ORDER BY j
SELECT '{}'::json AS j ORDER BY (j)::json
SELECT 1 GROUP BY '{}'::json
SELECT t.x + 1 AS y FROM (VALUES (1), (2), (2)) t(x) GROUP BY t.x + 1 ORDER BY y
SELECT t.x + 2 FROM (VALUES (1)) t(x) GROUP BY t.x + 1
SELECT DISTINCT ON (x) x, y FROM (VALUES (1, 2), (1, 1), (2, 0)) t(x, y) ORDER BY x, y
SELECT DISTINCT ON (x) x, y FROM (VALUES (1, 2)) t(x, y) ORDER BY y
SELECT x FROM (VALUES (3), (1), (NULL), (2)) t(x) ORDER BY x
SELECT x FROM (VALUES (3), (1), (NULL), (2)) t(x) ORDER BY x DESC
SELECT x FROM (VALUES (3), (1), (NULL), (2)) t(x) ORDER BY x DESC NULLS LAST
SELECT x FROM (VALUES (3), (1), (NULL), (2)) t(x) ORDER BY x NULLS FIRST LIMIT 2 OFFSET 1
SELECT x FROM (VALUES (3), (1), (1), (2)) t(x) ORDER BY x FETCH FIRST 1 ROW WITH TIES
SELECT x, row_number() OVER () FROM (VALUES (1)) t(x)
SELECT * FROM (VALUES (1, 'a')) t(x, y) WHERE y = 1
SELECT * FROM (VALUES (1, 'a')) t(x, y) WHERE x = 'b'
SELECT t.x FROM (VALUES (1)) t(x) WHERE EXISTS (SELECT 1 WHERE t.x = 1)
SELECT (SELECT t.y) FROM (VALUES (1)) t(x)
SELECT colum1 FROM (VALUES (1)) t
SELECT t.colum1 FROM (VALUES (1)) t
SELECT s.column1 FROM (VALUES (1)) t
SELECT column1, column2 FROM (VALUES (1, 2)) t, (VALUES (3)) u
SELECT a.x FROM (VALUES (1)) a(x) JOIN (VALUES (1)) b(x) USING (y)
SELECT a.x FROM (VALUES (1)) a(x) JOIN (VALUES (1)) b(y) USING (x)
SELECT * FROM (VALUES (1)) a(x) LEFT JOIN LATERAL (SELECT a.x + 1) b(y) ON true
SELECT * FROM (VALUES (1)) a(x) RIGHT JOIN LATERAL (SELECT a.x + 1) b(y) ON true
SELECT max(x) FILTER (WHERE x < 3) FROM (VALUES (1), (3)) t(x)
SELECT x FROM (VALUES (1)) t(x) GROUP BY y
SELECT count(*) AS c FROM (VALUES (1)) t(x) HAVING x > 0
SELECT sum(x) OVER () FROM (VALUES (1)) t(x)
SELECT $1::text IS NULL, $2 + 1.5 ;; NULL ;; 2
SELECT * FROM (VALUES ($1), (2)) t(x) WHERE x > $2 ;; 1 ;; 1
SELECT $1 FROM (SELECT $1 AS x) s ;; a
SELECT 1 WHERE $1 ;; true
SELECT $1 AND $2 ;; t ;; f
SELECT to_char($1, 'YYYY') ;; 2020-01-01
SELECT coalesce($1, $2) ;; a ;; b
SELECT $1 = 'a' ;; a
SELECT $1::int IN ($2, $3) ;; 1 ;; 1 ;; 2
SELECT array[$1]::int[] ;; 1
SELECT $1::"char" ;; a
SELECT $1 ->> 'a' ;; {"a":1}
SELECT -$1 ;; 5
SELECT $1 * interval '1 day' ;; 2
SELECT date '2020-01-01' + $1 ;; 5
SELECT now() - $1 IS NULL ;; 2020-01-01
SELECT ($1 || ' day')::interval ;; 5
SELECT $1::int8 + $2::int4 ;; 9223372036854775807 ;; 1
SELECT CAST($1 AS numeric(4,1)) ;; 12345
SELECT $1::int ;; x
SELECT json '{ "a":  "\ud83d\ud83d" }' -> 'a'
SELECT json '{ "a":  "\ude04X" }' -> 'b'
SELECT json '{ "a":  "null \u0000 escape" }' ->> 'a'
SELECT json '[1, "\ud83dX"]' -> 0
SELECT json_object_keys('{ "a\ud83d":  1 }')
SELECT json_array_elements('["\ud83d"]')
SELECT json_array_elements_text('["a", "\ud83d"]')
SELECT * FROM json_each('{"a": "\ude04"}')
SELECT json_strip_nulls('{"a": "\ude04"}')
SELECT json_typeof('{"a": "\ude04"}')
SELECT DISTINCT ON (a) a, b, generate_series(1,3) g FROM (VALUES (3, 2), (3,1), (1,1), (1,4), (5,3), (5,1)) AS t(a, b)
SELECT DISTINCT ON (g) a, b, generate_series(1,3) g FROM (VALUES (3, 2), (3,1), (1,1), (1,4), (5,3), (5,1)) AS t(a, b)
SELECT array['11 22 33'::int2vector], pg_typeof(array['11 22'::oidvector])
SELECT row_to_json(s.*) FROM generate_series(11,14) WITH ORDINALITY s
SELECT row_to_json(s.*) FROM generate_series(11,14) s
SELECT ('[1, "2", null]'::jsonb)[1:2]
SELECT ('[1, "2", null]'::jsonb)[1:]
SELECT ('[1, "2", null]'::jsonb)[:]
SELECT make_timestamptz(2010, 2, 27, 3, 45, 00, '+1:'), make_timestamptz(2010, 2, 27, 3, 45, 00, '+10:00:1')
SELECT make_timestamptz(2010, 2, 27, 3, 45, 00, '+:30'), make_timestamptz(2010, 2, 27, 3, 45, 00, '-10:')
SELECT max((i / (10::numeric ^ 131071))::numeric(1,0)) FROM generate_series(6 * (10::numeric ^ 131071), 9 * (10::numeric ^ 131071), 10::numeric ^ 131071) as a(i)
SELECT * FROM generate_series(5.5, -1, -2.25)
SELECT count(s.*) FROM (VALUES (1)) s(s)
SELECT s.*::text FROM (VALUES (1, 2)) s(s, t)
WITH RECURSIVE x(n) AS (SELECT n FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n < 3 ORDER BY 1) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n < 3 LIMIT 2) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n < 3 OFFSET 2) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x FOR UPDATE) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 INTERSECT SELECT n+1 FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT n FROM x UNION ALL SELECT 1) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT x.n+1 FROM y LEFT JOIN x ON x.n = y.a WHERE n < 10) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT x.n+1 FROM x FULL JOIN y ON x.n = y.a) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n IN (SELECT * FROM x)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT count(*) FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT sum(n) FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT 1 + max(n)::int FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT n+1 FROM x WHERE n < 5 EXCEPT SELECT 4)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT 4 EXCEPT SELECT n+1 FROM x WHERE n < 5)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT n+1 FROM x WHERE n < 5 UNION ALL SELECT n FROM x)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT n+1 FROM x WHERE n < 5 ORDER BY 1 LIMIT 1)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT s.n+1 FROM (SELECT n FROM x) s WHERE n < 5) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION SELECT DISTINCT n % 3 + 1 FROM x, generate_series(1,2)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n < 5 GROUP BY n) SELECT * FROM x
WITH RECURSIVE x(n) AS ((SELECT 1 UNION ALL SELECT 10) UNION ALL SELECT n+1 FROM x WHERE n < 3) SELECT * FROM x
WITH RECURSIVE x(n) AS (VALUES (1), (7) UNION ALL SELECT n+1 FROM x WHERE n < 3) SELECT * FROM x
WITH RECURSIVE x AS (SELECT * FROM y), y AS (SELECT 2 AS a) SELECT * FROM x
WITH RECURSIVE x AS (SELECT * FROM y), y AS (SELECT * FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM y WHERE n < 5), y(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE n < 5) SELECT * FROM x
WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM a WHERE n < 3), b(n) AS (SELECT n*10 FROM a UNION ALL SELECT n+1 FROM b WHERE n % 10 < 2) SELECT * FROM b
WITH RECURSIVE x(n) AS (WITH x1 AS (SELECT 1 FROM x) SELECT 0 UNION SELECT * FROM x1) SELECT * FROM x
WITH RECURSIVE x(n) AS (WITH x AS (SELECT 5 AS n) SELECT n FROM x UNION ALL SELECT 6) SELECT * FROM x
WITH RECURSIVE t(j) AS (WITH RECURSIVE s(i) AS (VALUES (1) UNION ALL SELECT i+1 FROM s WHERE i < 4) SELECT i FROM s UNION ALL SELECT j+1 FROM t WHERE j < 4) SELECT * FROM t
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x x1 JOIN (SELECT 2 AS k) k ON n < k) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT 'a'::text FROM x) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM x) SELECT * FROM x
WITH x AS (SELECT 1 AS a), y AS (SELECT * FROM x) SELECT * FROM y
WITH y AS (SELECT * FROM x), x AS (SELECT 1 AS a) SELECT * FROM y
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x WHERE EXISTS (SELECT 1 WHERE n < 4)) SELECT * FROM x
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT row_number() OVER ()::int + n FROM x WHERE n < 4) SELECT * FROM x
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT l.n+1 FROM t, LATERAL (SELECT t.n) l WHERE l.n < 4) SELECT sum(n) FROM t
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x, (SELECT * FROM x) y) SELECT * FROM x
-- Sets in groups and behind sorts, and columns that nobody asks for.
SELECT x, unnest('{1,1,3}'::int[]), count(*) FROM (VALUES ('a'),('b')) t(x) GROUP BY x, unnest('{1,1,3}'::int[]) ORDER BY 1, 2
SELECT x, generate_series(1,1), count(*) FROM (VALUES ('a'),('a')) t(x) GROUP BY 1, 2 HAVING count(*) > 1
SELECT x, count(*) FROM (VALUES ('a'),('b')) t(x) GROUP BY x, unnest('{1,1,3}'::int[]) ORDER BY 1, 2
SELECT x, generate_series(1,3) g FROM (VALUES (1),(2),(3)) t(x) ORDER BY x DESC
SELECT x, generate_series(1,3) g FROM (VALUES (1),(2),(3)) t(x) ORDER BY x, g DESC
SELECT g AS a1, g AS a2 FROM generate_series(1,3) g GROUP BY a1, ROLLUP(a2) ORDER BY 1, 2
SELECT string_agg(DISTINCT f1, ',' ORDER BY f1) FROM (VALUES ('b'::varchar),('a'),('b')) t(f1)
SELECT string_agg(DISTINCT f1::text, ',' ORDER BY f1) FROM (VALUES ('b'::varchar),('a'),('b')) t(f1)
SELECT txid_snapshot '1:9223372036854775808:3'
SELECT 1 FROM (SELECT 1/0 AS x) s
SELECT a FROM (SELECT x AS a, 1/(x-x) AS b FROM generate_series(1,3) x) s
SELECT count(*) FROM (SELECT x AS a, 1/(x-x) AS b FROM generate_series(1,3) x) s
SELECT sum(generate_series) FROM (SELECT generate_series(1,3), 1/0) s
SELECT a FROM (SELECT DISTINCT x AS a, 1/(x-x) AS b FROM generate_series(1,3) x) s
WITH RECURSIVE t(n) AS (VALUES (1::money) UNION SELECT n+1::money FROM t WHERE n < 5::money) SELECT sum(n) FROM t
SELECT count(*), generate_series(1, 2) FROM (VALUES (1),(2)) t(x) GROUP BY x ORDER BY 1
SELECT generate_series(1, x) + 1, count(*) FROM (VALUES (1),(2)) t(x) GROUP BY generate_series(1, x) + 1 ORDER BY 1
SELECT generate_series(1, x), count(*) FROM (VALUES (1),(2)) t(x) GROUP BY CUBE(generate_series(1, x)) ORDER BY 1
-- EXISTS, aliases of USING, ORDER BY USING.
SELECT EXISTS (SELECT 1/0), EXISTS (SELECT 1/x FROM generate_series(0,1) x), EXISTS (SELECT count(*) WHERE false), NOT EXISTS (SELECT 1/0 WHERE false)
SELECT x FROM generate_series(1,2) x WHERE EXISTS (SELECT 1/0 FROM generate_series(1,2) y WHERE y > x)
SELECT EXISTS (SELECT 1/0 LIMIT 1)
SELECT (SELECT a FROM (SELECT 1 AS a, 1/0 AS b) s)
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT j.x, t.y, u.z, x FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT j.* FROM (VALUES (1,'a'),(2,'b')) t(x,y) FULL JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j ORDER BY 1
SELECT j.y FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT t.x FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS t
SELECT 1 FROM ((VALUES (1,'a')) t(x,y) JOIN (VALUES (2,'c')) u(x,z) USING (x) AS j) AS k JOIN (VALUES (1)) v(x) USING (x)
SELECT k.x, k.z FROM ((VALUES (2,'a')) t(x,y) JOIN (VALUES (2,'c')) u(x,z) USING (x) AS j) AS k
SELECT t.x FROM ((VALUES (2,'a')) t(x,y) JOIN (VALUES (2,'c')) u(x,z) USING (x) AS j) AS k
SELECT j FROM (VALUES (2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT x FROM generate_series(1,3) x ORDER BY x USING >
SELECT x FROM (VALUES (1),(NULL),(2)) t(x) ORDER BY x USING < NULLS FIRST
SELECT x FROM generate_series(1,3) x ORDER BY x USING =
SELECT x FROM generate_series(1,3) x ORDER BY x USING @@@
SELECT x FROM (VALUES (1),(NULL),(2)) t(x) ORDER BY x USING >
SELECT x FROM (VALUES ('a'),('B')) t(x) ORDER BY x USING OPERATOR(pg_catalog.<)
SELECT x FROM (VALUES ('a'),('B')) t(x) ORDER BY x USING ~<~
SELECT array_agg(x ORDER BY x USING >) FROM generate_series(1,3) x
SELECT rank() OVER (ORDER BY x USING >), x FROM generate_series(1,3) x
-- Queries of every form.
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) NATURAL JOIN (VALUES (2,'c'),(3,'d')) u(x,z)
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) FULL JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) ORDER BY x
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) LEFT JOIN (VALUES (2,'c'),(3,'d')) u(x,z) ON t.x = u.x ORDER BY t.x
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) RIGHT JOIN (VALUES (2,'c'),(3,'d')) u(x,z) ON t.x < u.x AND u.z > 'c' ORDER BY 1,2,3
SELECT * FROM (VALUES (1),(2)) t(x) CROSS JOIN LATERAL (SELECT x * 10 AS y UNION ALL SELECT x * 100) s ORDER BY 1, 2
SELECT * FROM (VALUES (1),(2)) t(x) LEFT JOIN LATERAL (SELECT x AS y WHERE x > 1) s ON true ORDER BY 1
SELECT * FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT j.x FROM (VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x) AS j
SELECT j.* FROM ((VALUES (1,'a'),(2,'b')) t(x,y) JOIN (VALUES (2,'c'),(3,'d')) u(x,z) USING (x)) AS j
SELECT * FROM ROWS FROM (generate_series(1,2), unnest(ARRAY['a','b','c'])) WITH ORDINALITY AS r(a, b, n)
SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b','c']) WITH ORDINALITY
SELECT * FROM json_to_record('{"a":1,"b":"x"}') AS r(a int, b text)
SELECT * FROM ROWS FROM (json_to_record('{"a":1}') AS (a int), generate_series(1,2)) AS r(x, y)
WITH RECURSIVE t(n, p) AS (VALUES (1, ARRAY[1]) UNION ALL SELECT n + 1, p || (n + 1) FROM t WHERE n < 4) SELECT * FROM t
WITH RECURSIVE t(n) AS (VALUES (1) UNION SELECT (n % 3) + 1 FROM t) SELECT * FROM t ORDER BY 1
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH a AS MATERIALIZED (SELECT 1 AS x), b AS NOT MATERIALIZED (SELECT 2 AS x) SELECT * FROM a UNION SELECT * FROM b ORDER BY 1
SELECT x FROM generate_series(1,10) x ORDER BY x % 3 FETCH FIRST 4 ROWS WITH TIES
SELECT x FROM generate_series(1,10) x ORDER BY x OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY
SELECT x FROM generate_series(1,10) x FETCH FIRST 2 ROWS WITH TIES
SELECT x FROM generate_series(1,3) x LIMIT ALL OFFSET 1
SELECT (1,2) < (1,3), (1,NULL) = (1,2), (1,NULL) = (2,NULL), ROW(1,2) IS DISTINCT FROM ROW(1,NULL), (1,2) IN ((1,2),(3,4)), (1,2) NOT IN ((1,3)), ROW(1,NULL) IS NULL, ROW(NULL,NULL) IS NULL, ROW(1,NULL) IS NOT NULL
SELECT (1,2) = ANY (SELECT 1, x FROM generate_series(1,3) x), (1,5) = ALL (SELECT 1, x FROM generate_series(1,3) x), (1,2) IN (SELECT x, x+1 FROM generate_series(1,3) x)
SELECT 2 = ANY (ARRAY[1,2]), 2 > ALL (ARRAY[1,NULL]), 2 = ANY ('{}'::int[]), 2 <> ALL ('{1,3}'), 2 = SOME (ARRAY[2])
SELECT EXISTS (SELECT 1/0), NOT EXISTS (SELECT WHERE false), ARRAY(SELECT x FROM generate_series(1,3) x), (SELECT 1 WHERE false)
SELECT (SELECT x FROM generate_series(1,2) x)
SELECT generate_series(1,2), generate_series(1,3), unnest('{a,b}'::text[])
SELECT generate_series(1, generate_series(1,3)), 'x'
SELECT DISTINCT ON (x % 2) x FROM generate_series(1,5) x ORDER BY x % 2, x DESC
SELECT DISTINCT x % 2, x % 3 FROM generate_series(1,6) x ORDER BY 1, 2
VALUES (1, 'a'), (2, NULL) ORDER BY 1 DESC LIMIT 1
VALUES (1), ('a')
VALUES (1, 2), (3)
SELECT 1 UNION SELECT 2 INTERSECT SELECT 2 ORDER BY 1
SELECT 1 AS a UNION ALL (SELECT 2 LIMIT 1) EXCEPT SELECT 1
SELECT x FROM generate_series(1,3) x EXCEPT ALL SELECT 2 ORDER BY 1
SELECT 1, 2 UNION SELECT 3
SELECT 1 UNION SELECT 'a'
SELECT NULL UNION SELECT 1.5 UNION SELECT 2 ORDER BY 1
SELECT sum(x) FILTER (WHERE x > 1), count(*) FILTER (WHERE x > 5), array_agg(x ORDER BY x DESC), string_agg(DISTINCT (x % 2)::text, ',' ORDER BY (x % 2)::text DESC) FROM generate_series(1,4) x
SELECT x % 2, count(*) FROM generate_series(1,5) x GROUP BY 1 HAVING count(*) > 2
SELECT mode() WITHIN GROUP (ORDER BY x % 2), percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1,5) x
SELECT x FROM generate_series(1,3) x ORDER BY x USING >
SELECT x FROM generate_series(1,3) x ORDER BY x USING < NULLS FIRST
SELECT x FROM generate_series(1,3) x ORDER BY x USING =
SELECT x FROM (VALUES (1),(NULL),(2)) t(x) ORDER BY x USING >
SELECT array_agg(x ORDER BY x USING >) FROM generate_series(1,3) x
SELECT a.x, (SELECT sum(a.x) FROM generate_series(1,2) b) FROM generate_series(1,2) a(x) GROUP BY a.x ORDER BY 1
SELECT (SELECT sum(a.x)) FROM generate_series(1,2) a(x)
SELECT (SELECT count(a.x) + count(*) FROM generate_series(1,3) b) FROM generate_series(1,2) a(x)
SELECT x FROM generate_series(1,3) x WHERE x > (SELECT avg(y) FROM generate_series(1,3) y)
SELECT CASE WHEN x > 1 THEN 'a' WHEN x = 1 THEN NULL END, COALESCE(NULL, x), NULLIF(x, 2), GREATEST(x, 2), LEAST(x, NULL) FROM generate_series(1,3) x
SELECT t FROM (VALUES (1,'a')) t(x,y)
SELECT t.*, t FROM (VALUES (1,'a')) t(x,y)
SELECT (t).x FROM (VALUES (1,'a')) t(x,y)
SELECT count(t), count(DISTINCT t) FROM (VALUES (1,'a'),(1,'a'),(NULL,NULL)) t(x,y)
SELECT row_to_json(t), to_jsonb(t) FROM (VALUES (1,'a')) t(x,y)
SELECT ROW(1,'a',NULL), ROW(), (1,2), ROW(ROW(1))
SELECT ARRAY[1,2] || 3, ARRAY[[1,2],[3,4]], ARRAY[1,2.5], ARRAY[]::int[], ARRAY[NULL,1], (ARRAY[1,2,3])[2:3], ARRAY[ARRAY[]::int[]]
SELECT ARRAY[1,'a']
SELECT 'b' < 'a' COLLATE "C", 'a' || 'b' COLLATE "C", max(x COLLATE "C") FROM (VALUES ('a'),('B')) t(x)
SELECT * FROM generate_series(1,2) AS g(a) JOIN LATERAL unnest(ARRAY[a, a * 2]) AS u(b) ON b > 1 ORDER BY 1, 2
SELECT a FROM generate_series(1,3) a TABLESAMPLE system (10)
SELECT '{"a":1}' IS JSON, 'x' IS JSON, '[1]' IS JSON ARRAY, '{"a":1,"a":2}' IS JSON OBJECT WITH UNIQUE KEYS, '1' IS NOT JSON SCALAR
SELECT JSON_ARRAY(1, 'a', NULL), JSON_ARRAY(1, NULL NULL ON NULL), JSON_OBJECT('a': 1, 'b': NULL), JSON_OBJECT('a' VALUE 1 ABSENT ON NULL)
SELECT JSON_OBJECTAGG(x: x * 2), JSON_ARRAYAGG(x ORDER BY x DESC) FROM generate_series(1,3) x
SELECT * FROM (SELECT 1 AS a, 2 AS a) s
SELECT a FROM (SELECT 1 AS a, 2 AS a) s
SELECT * FROM (SELECT 1)
SELECT 1 FROM generate_series(1,2) GROUP BY ()
SELECT x.y FROM generate_series(1,2) x
SELECT generate_series FROM generate_series(1,2)
SELECT g.g FROM generate_series(1,2) g
SELECT pg_typeof(x) FROM (SELECT 'a' UNION SELECT 'b') t(x) LIMIT 1
WITH t(x) AS (SELECT 1) SELECT x FROM t WHERE EXISTS (WITH u AS (SELECT 2 AS y) SELECT y FROM u WHERE y > x)
SELECT DISTINCT ON (1) 1, 2
SELECT x FROM generate_series(1,3) x ORDER BY 2
SELECT x AS a FROM generate_series(1,3) x ORDER BY a + 1
SELECT x AS a FROM generate_series(3,1,-1) x ORDER BY -x
SELECT overlay('abc' PLACING 'x' FROM 2), position('b' IN 'abc'), substring('abc' FROM 2 FOR 1), trim(BOTH 'x' FROM 'xax'), extract(year FROM date '2020-01-01'), date '2020-01-01' AT TIME ZONE 'UTC', (date '2020-01-01', date '2020-02-01') OVERLAPS (date '2020-01-15', interval '1 day')
WITH RECURSIVE t(a, b) AS (VALUES (1, 2) UNION ALL SELECT a + 1, b FROM t WHERE a < 3) SEARCH DEPTH FIRST BY a SET o SELECT * FROM t ORDER BY o
WITH RECURSIVE t(a, b) AS (VALUES (1, 2) UNION ALL SELECT a % 3 + 1, b FROM t) CYCLE a SET c USING p SELECT * FROM t
SELECT rank() OVER (ORDER BY 1), count(*) FROM generate_series(1,2) x GROUP BY 1
SELECT 1 + rank() OVER (ORDER BY 1) AS r FROM generate_series(1,2) x GROUP BY r
SELECT count(*) FROM generate_series(1,2) x GROUP BY 1
SELECT count(*) + 1 AS c FROM generate_series(1,2) x GROUP BY c
SELECT * FROM ((VALUES (1)) t(x) JOIN (VALUES (1)) u(x) USING (x) AS j) AS k WHERE j.x = 1
SELECT * FROM ((VALUES (1)) t(x) JOIN (VALUES (1)) u(x) USING (x) AS j) WHERE j.x = 1
SELECT sum(count(*)) OVER (), x FROM generate_series(1,2) x GROUP BY 2 ORDER BY 2
SELECT sum(count(*)) OVER (), x FROM generate_series(1,2) x GROUP BY 1
