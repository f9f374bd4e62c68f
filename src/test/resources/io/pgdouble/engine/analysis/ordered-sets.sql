-- Ordered-set and hypothetical-set aggregates, good and bad.
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x DESC) FROM generate_series(1, 4) x
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc(0) WITHIN GROUP (ORDER BY x), percentile_disc(1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(ARRAY[0, 0.25, NULL, 1]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc(ARRAY[[0, 0.3], [0.7, 1]]) WITHIN GROUP (ORDER BY x::text) FROM generate_series(1, 4) x
SELECT percentile_disc('{}'::float8[]) WITHIN GROUP (ORDER BY x::numeric) FROM generate_series(1, 4) x
SELECT percentile_disc('[3:4]={0.1,0.9}'::float8[]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont('{}'::float8[]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.3) WITHIN GROUP (ORDER BY x * interval '1 day') FROM generate_series(1, 4) x
SELECT percentile_cont(ARRAY[0.1, 0.6]) WITHIN GROUP (ORDER BY x * interval '1 month 1 day') FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x::text) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x::numeric) FROM generate_series(1, 4) x
SELECT percentile_cont('0.5') WITHIN GROUP (ORDER BY '7')
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY 'seven')
SELECT mode() WITHIN GROUP (ORDER BY 'seven')
SELECT mode() WITHIN GROUP (ORDER BY x % 3) FROM generate_series(1, 10) x
SELECT mode() WITHIN GROUP (ORDER BY x % 3 DESC) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY x::text) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY x) FROM (SELECT NULL::int AS x) s
SELECT mode() WITHIN GROUP (ORDER BY x) FROM (VALUES (1.0), (1.00), (2)) s(x)
SELECT mode(1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY x, x) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY ROW(x % 2, 1)) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY ARRAY[x % 2]) FROM generate_series(1, 9) x
SELECT mode() WITHIN GROUP (ORDER BY '{}'::json)
SELECT mode() WITHIN GROUP (ORDER BY point(1, 1))
SELECT mode()
SELECT mode(*)
SELECT mode(ORDER BY 1)
SELECT percentile_disc(0.5) FROM generate_series(1, 4) x
SELECT percentile_disc(0.5, x) FROM generate_series(1, 4) x
SELECT percentile_disc(0.5, x ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc(0.5, 0.6) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc() WITHIN GROUP (ORDER BY 0.5::float8, x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5, 1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont() WITHIN GROUP (ORDER BY 0.5, x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x, x) FROM generate_series(1, 4) x
SELECT percentile_cont(1.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(-0.1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont('NaN') WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont('-inf') WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(123456789) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 0) x
SELECT percentile_disc(ARRAY[0.5, 2]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 0) x
SELECT percentile_disc(ARRAY[0.5, 2]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 1) x
SELECT percentile_disc(NULL) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc(NULL::float8[]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FILTER (WHERE x > 2) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FILTER (WHERE false) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FILTER (WHERE x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) OVER () FROM generate_series(1, 4) x
SELECT percentile_cont(DISTINCT 0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5 ORDER BY 1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(VARIADIC ARRAY[0.5]) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(x) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(x / 10.0) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x GROUP BY x
SELECT percentile_cont(x / 10.0) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x GROUP BY x / 10.0
SELECT percentile_cont(x / 10.0 + y) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x, generate_series(0, 0) y GROUP BY x
SELECT percentile_cont((SELECT x / 10.0)) WITHIN GROUP (ORDER BY y) FROM generate_series(1, 4) x, generate_series(0, 9) y GROUP BY x
SELECT percentile_cont((SELECT x / 10.0)) WITHIN GROUP (ORDER BY y) FROM generate_series(1, 4) x, generate_series(0, 9) y
SELECT percentile_cont(max(x)) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY max(x)) FROM generate_series(1, 4) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY generate_series(1, 2))
SELECT percentile_cont(generate_series(1, 2)) WITHIN GROUP (ORDER BY 1)
SELECT x FROM generate_series(1, 4) x WHERE percentile_cont(0.5) WITHIN GROUP (ORDER BY x) > 1
SELECT 1 FROM generate_series(1, 4) x HAVING percentile_cont(0.5) WITHIN GROUP (ORDER BY x) > 1
SELECT x % 2 FROM generate_series(1, 4) x GROUP BY 1 ORDER BY mode() WITHIN GROUP (ORDER BY x) DESC
SELECT percentile_cont(1 / 0) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 0) x
SELECT percentile_cont($1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x ;; 0.5
SELECT percentile_disc($1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x ;; 0.5
SELECT rank($1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x ;; 3
SELECT rank(1) WITHIN GROUP (ORDER BY $1) ;; 3
SELECT rank(3) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank(3) WITHIN GROUP (ORDER BY x DESC), dense_rank(3) WITHIN GROUP (ORDER BY x DESC) FROM generate_series(1, 5) x
SELECT rank(3.5) WITHIN GROUP (ORDER BY x), percent_rank(3.5) WITHIN GROUP (ORDER BY x), cume_dist(3.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank('3') WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank('a') WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank('a') WITHIN GROUP (ORDER BY 'b')
SELECT rank(3) WITHIN GROUP (ORDER BY 'b')
SELECT rank('b') WITHIN GROUP (ORDER BY x::text) FROM generate_series(1, 5) x
SELECT rank(1, 2) WITHIN GROUP (ORDER BY x, -x) FROM generate_series(1, 5) x
SELECT rank(1, 2) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank(1) WITHIN GROUP (ORDER BY x, x) FROM generate_series(1, 5) x
SELECT rank() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank(1) FROM generate_series(1, 5) x
SELECT rank(1, x) FROM generate_series(1, 5) x
SELECT rank() FROM generate_series(1, 5) x
SELECT rank(*) FROM generate_series(1, 5) x
SELECT rank(DISTINCT 1) FROM generate_series(1, 5) x
SELECT rank(1 ORDER BY x) FROM generate_series(1, 5) x
SELECT rank(VARIADIC ARRAY[1]) FROM generate_series(1, 5) x
SELECT rank(1) OVER () FROM generate_series(1, 5) x
SELECT rank(1) WITHIN GROUP (ORDER BY x) OVER () FROM generate_series(1, 5) x
SELECT rank(true) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 5) x
SELECT rank('2000-01-01') WITHIN GROUP (ORDER BY x) FROM (VALUES (date '1999-01-01'), ('2001-01-01')) s(x)
SELECT rank('x'::varchar) WITHIN GROUP (ORDER BY x::bpchar) FROM (VALUES ('a'), ('z')) s(x)
SELECT rank('xyz') WITHIN GROUP (ORDER BY x::varchar(2)) FROM (VALUES ('a'), ('z')) s(x)
SELECT rank('a'::name) WITHIN GROUP (ORDER BY x::text) FROM (VALUES ('a'), ('z')) s(x)
SELECT rank('a' COLLATE "C") WITHIN GROUP (ORDER BY x COLLATE "POSIX") FROM (VALUES ('a'), ('z')) s(x)
SELECT rank('a' COLLATE "C") WITHIN GROUP (ORDER BY x COLLATE "C") FROM (VALUES ('a'), ('z')) s(x)
SELECT rank('a' COLLATE "C", 'b' COLLATE "POSIX") WITHIN GROUP (ORDER BY x, x) FROM (VALUES ('a'), ('z')) s(x)
SELECT mode() WITHIN GROUP (ORDER BY x COLLATE "C") FROM (VALUES ('a'), ('z')) s(x)
SELECT max(x COLLATE "C" ORDER BY x COLLATE "POSIX") FROM (VALUES ('a'), ('z')) s(x)
SELECT max(x COLLATE "C") FILTER (WHERE x COLLATE "POSIX" > 'a') FROM (VALUES ('a'), ('z')) s(x)
SELECT rank(NULL) WITHIN GROUP (ORDER BY x) FROM (VALUES (1), (NULL), (NULL)) s(x)
SELECT rank(NULL) WITHIN GROUP (ORDER BY x NULLS FIRST) FROM (VALUES (1), (NULL), (NULL)) s(x)
SELECT dense_rank(2) WITHIN GROUP (ORDER BY x NULLS FIRST) FROM (VALUES (1), (1), (NULL), (NULL)) s(x)
SELECT rank(1) WITHIN GROUP (ORDER BY x), dense_rank(1) WITHIN GROUP (ORDER BY x), percent_rank(1) WITHIN GROUP (ORDER BY x), cume_dist(1) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 0) x
SELECT x % 2, rank(x % 2) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x GROUP BY x % 2
SELECT count(x) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT count(*) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT count() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT sum() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT pg_catalog.sum() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT abs() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT lower('a') WITHIN GROUP (ORDER BY 1)
SELECT int4() WITHIN GROUP (ORDER BY '1')
SELECT row_number() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 9) x
SELECT ntile() WITHIN GROUP (ORDER BY 1)
SELECT ntile() WITHIN GROUP (ORDER BY 1) OVER ()
SELECT nope(1) WITHIN GROUP (ORDER BY 2)
SELECT nope(1) WITHIN GROUP (ORDER BY 2, 3)
SELECT nope(1 ORDER BY 2)
SELECT nope(1 ORDER BY 2, 3)
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x USING <) FROM generate_series(1, 4) x
SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x)) FROM generate_series(1, 4) x
SELECT (SELECT percentile_cont(x / 10.0) WITHIN GROUP (ORDER BY y) FROM generate_series(1, 3) y) FROM generate_series(1, 4) x
SELECT (SELECT percentile_cont(x) WITHIN GROUP (ORDER BY 1)) FROM generate_series(1, 4) x
SELECT percentile_cont(a => 0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT percentile_disc(0.4) WITHIN GROUP (ORDER BY x), sum(x), mode() WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x
SELECT DISTINCT percentile_disc(0.4) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 4) x GROUP BY x % 2
