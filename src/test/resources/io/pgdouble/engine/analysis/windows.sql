-- Window functions, good and bad.
SELECT x, row_number() OVER () FROM generate_series(1,5) x
SELECT x, row_number() OVER (ORDER BY x DESC) FROM generate_series(1,5) x
SELECT x, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(3) OVER w FROM (VALUES (1),(2),(2),(3),(3),(3),(NULL)) t(x) WINDOW w AS (ORDER BY x)
SELECT x, lag(x) OVER w, lead(x) OVER w, lag(x,2) OVER w, lead(x,2,-1) OVER w, lag(x, x, 0) OVER w FROM generate_series(1,5) x WINDOW w AS (ORDER BY x)
SELECT x, first_value(x) OVER w, last_value(x) OVER w, nth_value(x,2) OVER w FROM generate_series(1,5) x WINDOW w AS (ORDER BY x)
SELECT x, sum(x) OVER (ORDER BY x), sum(x) OVER (), avg(x) OVER (PARTITION BY x % 2 ORDER BY x) FROM generate_series(1,6) x
SELECT x, sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM generate_series(1,6) x
SELECT x, array_agg(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES (1),(2),(2),(3),(5),(NULL)) t(x)
SELECT x, array_agg(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM (VALUES (1),(2),(2),(3),(5),(NULL)) t(x)
SELECT x, array_agg(x) OVER (ORDER BY x DESC NULLS FIRST RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP) FROM (VALUES (1),(2),(2),(3),(5),(NULL)) t(x)
SELECT x, count(*) FILTER (WHERE x > 2) OVER (ORDER BY x) FROM generate_series(1,5) x
SELECT x % 3, sum(x), sum(sum(x)) OVER (ORDER BY x % 3), rank() OVER (ORDER BY sum(x) DESC) FROM generate_series(1,10) x GROUP BY x % 3
SELECT x FROM generate_series(1,5) x WHERE row_number() OVER () > 1
SELECT x FROM generate_series(1,5) x HAVING row_number() OVER () > 1
SELECT x FROM generate_series(1,5) x GROUP BY row_number() OVER ()
SELECT row_number() FROM generate_series(1,5) x
SELECT sum(row_number() OVER ()) FROM generate_series(1,5) x
SELECT sum(row_number() OVER ()) OVER () FROM generate_series(1,5) x
SELECT count() OVER () FROM generate_series(1,5) x
SELECT count(DISTINCT x) OVER () FROM generate_series(1,5) x
SELECT array_agg(x ORDER BY x) OVER () FROM generate_series(1,5) x
SELECT row_number() FILTER (WHERE true) OVER () FROM generate_series(1,5) x
SELECT rank() WITHIN GROUP (ORDER BY x) OVER () FROM generate_series(1,5) x
SELECT row_number() WITHIN GROUP (ORDER BY x) OVER () FROM generate_series(1,5) x
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) OVER () FROM generate_series(1,5) x
SELECT lower('x') OVER () FROM generate_series(1,5) x
SELECT generate_series(1,2) OVER ()
SELECT sum(generate_series(1,2)) OVER ()
SELECT row_number() OVER w FROM generate_series(1,5) x
SELECT row_number() OVER (w) FROM generate_series(1,5) x
SELECT row_number() OVER w FROM generate_series(1,5) x WINDOW w AS (), w AS ()
SELECT row_number() OVER (w PARTITION BY x) FROM generate_series(1,5) x WINDOW w AS ()
SELECT row_number() OVER (w ORDER BY x) FROM generate_series(1,5) x WINDOW w AS (ORDER BY x)
SELECT row_number() OVER (w ORDER BY x DESC) FROM generate_series(1,5) x WINDOW w AS (PARTITION BY x % 2)
SELECT row_number() OVER (w) FROM generate_series(1,5) x WINDOW w AS (ROWS 1 PRECEDING)
SELECT row_number() OVER (w ROWS 2 PRECEDING) FROM generate_series(1,5) x WINDOW w AS (ROWS 1 PRECEDING)
SELECT sum(x) OVER (RANGE 1 PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (GROUPS 1 PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x ROWS x PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x ROWS 1+x PRECEDING) FROM generate_series(1,5) x
SELECT x FROM generate_series(1,5) x LIMIT 1+x
SELECT sum(x) OVER (ORDER BY x ROWS 'a' PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x ROWS -1 PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x ROWS NULL PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x RANGE -1 PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND -1 FOLLOWING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY x RANGE 1.5 PRECEDING) FROM generate_series(1,5) x
SELECT sum(1) OVER (ORDER BY x RANGE 1 PRECEDING) FROM (VALUES ('a'),('b')) t(x)
SELECT sum(1) OVER (ORDER BY x RANGE '1 day' PRECEDING) FROM (VALUES (date '2020-01-01'),('2020-01-02'),('2020-01-05')) t(x)
SELECT sum(1) OVER (ORDER BY x RANGE 1 PRECEDING) FROM (VALUES (date '2020-01-01'),('2020-01-02'),('2020-01-05')) t(x)
SELECT sum(x) OVER (ORDER BY x ROWS count(*) PRECEDING) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY row_number() OVER ()) FROM generate_series(1,5) x
SELECT sum(x) OVER (ORDER BY generate_series(1,2)) FROM generate_series(1,5) x
SELECT ntile(0) OVER () FROM generate_series(1,5) x
SELECT ntile(NULL) OVER () FROM generate_series(1,5) x
SELECT nth_value(x, 0) OVER () FROM generate_series(1,5) x
SELECT x, 1/(x-3), row_number() OVER () FROM generate_series(1,5) x
SELECT x, 1/(x-3), row_number() OVER (ORDER BY x) FROM generate_series(1,5) x
SELECT sum(1/(x-3)) OVER (ORDER BY x) FROM generate_series(1,5) x
SELECT x, row_number() OVER (ORDER BY x % 2), rank() OVER (ORDER BY x % 3 DESC) FROM generate_series(1,5) x
SELECT x, row_number() OVER (ORDER BY x % 2, x), rank() OVER (ORDER BY x % 2), count(*) OVER () FROM generate_series(1,5) x
SELECT x, row_number() OVER (PARTITION BY x % 2 ORDER BY x % 2 DESC, x) FROM generate_series(1,5) x
SELECT x, generate_series(1, row_number() OVER (ORDER BY x)) FROM generate_series(1,3) x
SELECT DISTINCT sum(x % 2) OVER (PARTITION BY x % 2) FROM generate_series(1,5) x ORDER BY 1
SELECT DISTINCT ON (rank() OVER (ORDER BY x / 2)) x, rank() OVER (ORDER BY x / 2) FROM generate_series(1,5) x ORDER BY rank() OVER (ORDER BY x / 2), x DESC
SELECT x FROM generate_series(1,5) x ORDER BY row_number() OVER (ORDER BY x DESC)
SELECT sum(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x ROWS BETWEEN 2 FOLLOWING AND 9223372036854775807 FOLLOWING)
SELECT sum(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x ROWS BETWEEN 9223372036854775807 FOLLOWING AND UNBOUNDED FOLLOWING)
SELECT sum(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x GROUPS BETWEEN 2 FOLLOWING AND 9223372036854775807 FOLLOWING)
SELECT array_agg(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x RANGE BETWEEN 2 FOLLOWING AND 9223372036854775807 FOLLOWING)
SELECT x, (SELECT sum(y) OVER () FROM generate_series(1, x) y LIMIT 1) FROM generate_series(1,3) x
SELECT * FROM (SELECT x, row_number() OVER (ORDER BY x) r FROM generate_series(1,10) x) s WHERE r BETWEEN 2 AND 4
SELECT string_agg(x, ',') OVER (ORDER BY x COLLATE "C"), max(x) OVER (), min(x) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) FROM (VALUES ('b'),('a'),('c')) t(x)
SELECT sum(x::float8) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES ('1e20'),('1'),('NaN'),('2')) t(x)
SELECT row_number() OVER (ORDER BY x), x FROM (VALUES (1),(2)) t(x) UNION ALL SELECT 9, row_number() OVER () ORDER BY 1
SELECT pg_catalog.row_number() OVER (), pg_typeof(ntile(2) OVER ()) FROM generate_series(1,2) x
SELECT $1::int + row_number() OVER (ORDER BY x ROWS $2 PRECEDING) FROM generate_series(1,2) x ;; 5 ;; 2
SELECT sum(x) OVER (ORDER BY x RANGE $1 PRECEDING) FROM generate_series(1,4) x ;; 2
SELECT row_number() OVER (PARTITION BY point '(1,2)') FROM generate_series(1,2) x
SELECT first_value(x) IGNORE NULLS OVER () FROM generate_series(1,2) x
SELECT sum(x) OVER (ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM generate_series(1,2) x
SELECT sum(x) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM generate_series(1,2) x
SELECT sum(x) OVER (ROWS BETWEEN 1 FOLLOWING AND 1 PRECEDING) FROM generate_series(1,2) x
SELECT sum(x) OVER (ROWS 1 FOLLOWING) FROM generate_series(1,2) x
SELECT rank(x) OVER () FROM generate_series(1,2) x
SELECT lag(x, 1, 'a') OVER () FROM generate_series(1,2) x
SELECT lag(x, 1, 1.5) OVER () FROM generate_series(1,2) x
SELECT nosuch(x) OVER () FROM generate_series(1,2) x
SELECT 1 FROM generate_series(1,2) x JOIN generate_series(1,2) y ON row_number() OVER () = 1
VALUES (row_number() OVER ())
SELECT 1 LIMIT row_number() OVER ()
SELECT count(*) FILTER (WHERE row_number() OVER () = 1) FROM generate_series(1,2) x
SELECT row_number() OVER (ORDER BY 1), row_number() OVER (ORDER BY 'a') FROM generate_series(1,2) x
SELECT x AS y, row_number() OVER (ORDER BY y) FROM generate_series(1,2) x
SELECT sum(x) OVER (ORDER BY x, y RANGE 1 PRECEDING) FROM generate_series(1,2) x, generate_series(1,2) y
SELECT * FROM row_number() OVER ()
SELECT * FROM generate_series(1, row_number() OVER ()) x
SELECT DISTINCT ON (rank() OVER (ORDER BY x / 2)) x, rank() OVER (ORDER BY x / 2) FROM generate_series(1,5) x ORDER BY rank() OVER (ORDER BY x / 2), x DESC
SELECT row_number() OVER (ORDER BY x), row_number() OVER (ORDER BY x), rank() OVER (PARTITION BY 1 ORDER BY x) FROM generate_series(1,5) x
SELECT sum(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x ROWS BETWEEN 2 FOLLOWING AND 9223372036854775807 FOLLOWING)
SELECT sum(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND 9223372036854775806 FOLLOWING)
SELECT last_value(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND 9223372036854775806 FOLLOWING)
SELECT last_value(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x GROUPS BETWEEN 1 FOLLOWING AND 9223372036854775806 FOLLOWING)
SELECT last_value(x) OVER w AS s FROM generate_series(1,5) x WINDOW w AS (ORDER BY x GROUPS BETWEEN 9223372036854775806 FOLLOWING AND 9223372036854775806 FOLLOWING)
