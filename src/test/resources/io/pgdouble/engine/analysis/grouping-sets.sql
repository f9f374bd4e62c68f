-- Grouping sets, good and bad.
SELECT a, b, grouping(a, b), sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30),(NULL,1,5)) t(a,b,v) GROUP BY ROLLUP(a, b) ORDER BY 3, 1, 2
SELECT a, b, grouping(b, a), sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30),(NULL,1,5)) t(a,b,v) GROUP BY CUBE(a, b) ORDER BY 3, 1, 2
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY GROUPING SETS ((a), (b), ()) ORDER BY 1, 2
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY GROUPING SETS ((a, b)) ORDER BY 1, 2
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY a, ROLLUP(a, b) ORDER BY 1, 2, 3
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY DISTINCT a, ROLLUP(a, b) ORDER BY 1, 2, 3
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY DISTINCT ROLLUP(a, b), ROLLUP(a, b) ORDER BY 1, 2, 3
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY ROLLUP(a, b), CUBE(a, b) ORDER BY 1, 2, 3
SELECT a, b, sum(v) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY GROUPING SETS (ROLLUP(a), CUBE(b), (), (a, b), GROUPING SETS (a, (b))) ORDER BY 1, 2, 3
SELECT sum(v) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY ()
SELECT sum(v), count(*) FROM (VALUES (1,1,10)) t(a,b,v) WHERE a > 1 GROUP BY ()
SELECT sum(v), count(*) FROM (VALUES (1,1,10)) t(a,b,v) WHERE a > 1 GROUP BY GROUPING SETS ((), ())
SELECT a, sum(v), count(*) FROM (VALUES (1,1,10)) t(a,b,v) WHERE a > 1 GROUP BY ROLLUP(a)
SELECT a, sum(v), count(*) FROM (VALUES (1,1,10)) t(a,b,v) WHERE a > 1 GROUP BY ROLLUP(a) HAVING count(*) > 0
SELECT 1 FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY (), ()
SELECT a + 1, sum(v) FROM (VALUES (1,1,10),(2,2,20)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY 1
SELECT a + 1, sum(v) FROM (VALUES (1,1,10),(2,2,20)) t(a,b,v) GROUP BY ROLLUP(a + 1) ORDER BY 1
SELECT a % 2 AS x, sum(v), grouping(a % 2) FROM (VALUES (1,1,10),(2,2,20)) t(a,b,v) GROUP BY ROLLUP(x) ORDER BY 1
SELECT a, sum(v) FROM (VALUES (1,1,10),(2,2,20)) t(a,b,v) GROUP BY ROLLUP(1) ORDER BY 1
SELECT coalesce(a, -1), sum(v) FROM (VALUES (1,1,10),(2,2,20)) t(a,b,v) GROUP BY ROLLUP(a) HAVING grouping(a) = 1 OR a > 1 ORDER BY 1
SELECT a, sum(v) FILTER (WHERE b > 1), array_agg(v ORDER BY v DESC) FROM (VALUES (1,1,10),(1,2,20),(2,2,7)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY a
SELECT a, b, rank() OVER (PARTITION BY grouping(a, b) ORDER BY sum(v)), grouping(a, b) FROM (VALUES (1,1,10),(1,2,20),(2,1,30)) t(a,b,v) GROUP BY ROLLUP(a, b) ORDER BY 4, 3, 1, 2
SELECT grouping(a) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY a
SELECT grouping(a, a) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY 1
SELECT grouping(b) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY a
SELECT grouping(a) FROM (VALUES (1,1,10)) t(a,b,v)
SELECT 1 + grouping(a + b) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY ROLLUP(a, b)
SELECT a FROM (VALUES (1,1,10)) t(a,b,v) WHERE grouping(a) = 1 GROUP BY a
SELECT a FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY grouping(a)
SELECT sum(grouping(a)) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY a
SELECT grouping(sum(a)) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY a
SELECT a, v FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY ROLLUP(a)
SELECT a, b FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY GROUPING SETS (a, b, nosuch)
SELECT count(*) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY CUBE(a,b,v,a,b,v,a,b,v,a,b,v,a)
SELECT count(*) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY CUBE(a,b,v,a,b,v,a), CUBE(a,b,v,a,b,v,a)
SELECT grouping(a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a) FROM (VALUES (1,1,10)) t(a,b,v) GROUP BY a
SELECT DISTINCT grouping(a, b) FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY CUBE(a, b) ORDER BY 1
SELECT a, b, count(*) FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY ROLLUP((a, b), v) ORDER BY 1, 2, 3
SELECT a, b, count(*) FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY ROLLUP(ROW(a, b), v) ORDER BY 1, 2, 3
SELECT a, b, count(*) FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY (a, b), () ORDER BY 1, 2, 3
SELECT a, generate_series(1, 2), grouping(a) FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY 1, 2
SELECT x, string_agg(y, ',' ORDER BY y) FROM (VALUES ('a','b'),('a','c'),('b','x')) t(x,y) GROUP BY CUBE(x) ORDER BY x NULLS FIRST
SELECT a, (SELECT a) FROM (VALUES (1)) t(a) GROUP BY ROLLUP(a) ORDER BY 1
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v), a FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY a
SELECT percentile_cont(a / 10.0) WITHIN GROUP (ORDER BY v), a FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY ROLLUP(a) ORDER BY a
SELECT max(a) FROM (VALUES (1)) t(a) GROUP BY ROLLUP(a) LIMIT grouping(a)
SELECT a AS grp, grouping(grp) FROM (VALUES (1)) t(a) GROUP BY ROLLUP(grp)
SELECT a, b, a + b AS s, grouping(a), grouping(b), grouping(a, b) * 2 FROM (VALUES (1,1,10),(2,2,3)) t(a,b,v) GROUP BY GROUPING SETS ((a, b), a, b) ORDER BY a, b, 4, 5
SELECT a IS NULL, a IS DISTINCT FROM 1, CASE WHEN a = 1 THEN 'x' ELSE 'y' END, count(*) FROM (VALUES (1),(2)) t(a) GROUP BY ROLLUP(a) ORDER BY a
