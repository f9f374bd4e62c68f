-- \gdesc prepares and describes; it runs nothing of its own
SELECT 1 AS a, 'x'::text AS b, now() AS c, 1.5::numeric(10,2) AS d \gdesc
SELECT nosuch \gdesc
SELECT 'SELECT 1 AS one' UNION ALL SELECT 'SELECT 2 AS two' \gexec
SELECT 7 AS seven, 'eight' AS eight \gset
\echo :seven :eight
SELECT 1 AS a, 2 AS b \gx
SELECT 3 AS three \crosstabview
\x
SELECT 1 AS a, 2 AS b;
