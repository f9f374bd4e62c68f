-- Ranges and multiranges, good and bad.
SELECT '[1,5)'::int4range, '(1,5]'::int4range, '(1,2)'::int4range, 'empty'::int4range, '(,3]'::int8range, '[,]'::int4range, ' [ 1 , 2 ] '::int4range
SELECT '[1.50,2)'::numrange, '[1.5,1.50]'::numrange, '(1,1)'::numrange, '[-Infinity,NaN]'::numrange, '["1","2"]'::numrange
SELECT '[2020-01-01,2020-01-31]'::daterange, '(-infinity,infinity)'::daterange, '[infinity,infinity]'::daterange, '[2020-01-01 10:00,2020-01-02)'::tsrange
SELECT '[2020-01-01 10:00+2,"2020-01-02 11:00")'::tstzrange, '[2020-01-01,infinity]'::tsrange
SELECT ''::int4range
SELECT '1,2'::int4range
SELECT '[1'::int4range
SELECT '[1,'::int4range
SELECT '[1]'::int4range
SELECT '[1,2'::int4range
SELECT '[1,2,3]'::int4range
SELECT '[1,2] x'::int4range
SELECT 'empty x'::int4range
SELECT '[a,2]'::int4range
SELECT '[1,"2]'::int4range
SELECT '[1,\'::int4range
SELECT '[2,1]'::int4range
SELECT '[1,2147483647]'::int4range
SELECT '[1,9223372036854775807]'::int8range
SELECT '[2000-01-01,5874897-12-31]'::daterange
SELECT '["",2]'::int4range
SELECT int4range(1, 5), int4range(1, 5, '[]'), numrange(NULL, 3), numrange(1, NULL, '()'), daterange('2020-01-01', '2020-02-01'), int8range(3, 3)
SELECT int4range(1, 5, 'x')
SELECT int4range(1, 5, NULL)
SELECT int4range(5, 1)
SELECT int4range(1, 5, '[')
SELECT tsrange('2020-01-01', '2020-01-01', '[]'), tstzrange('2020-01-01', NULL), int4range(NULL, NULL)
SELECT lower(int4range(1, 5)), upper(int4range(1, 5)), isempty('empty'::int4range), lower('empty'::int4range), upper('(,)'::int4range), lower_inc('[1,2]'::numrange), upper_inc('[1,2]'::numrange), lower_inf('(,1)'::int4range), upper_inf('(,1)'::int4range), lower_inf('empty'::int4range)
SELECT int4range(1, 5) @> 3, int4range(1, 5) @> 5, 1 <@ int4range(1, 5), numrange(1, 2) @> 1.5, int4range(1, 5) @> int4range(2, 3), int4range(2, 3) <@ int4range(1, 5), 'empty'::int4range <@ int4range(1, 2), int4range(1, 2) @> 'empty'
SELECT int4range(1, 5) && int4range(4, 6), int4range(1, 5) << int4range(5, 6), int4range(5, 6) >> int4range(1, 5), int4range(1, 5) &< int4range(2, 5), int4range(1, 5) &> int4range(1, 9), int4range(1, 5) -|- int4range(5, 6), numrange(1, 2) -|- numrange(2, 3), numrange(1, 2, '[]') -|- numrange(2, 3), numrange(1, 2) -|- numrange(3, 4), int4range(1, 2) -|- int4range(3, 4)
SELECT int4range(1, 5) + int4range(3, 9), int4range(1, 5) * int4range(3, 9), int4range(1, 5) - int4range(3, 9), int4range(1, 5) * int4range(7, 9), range_merge(int4range(1, 2), int4range(8, 9)), numrange(1, 5) - numrange(0, 2), numrange(1, 5) - numrange(1, 5)
SELECT int4range(1, 2) + int4range(5, 6)
SELECT int4range(1, 9) - int4range(3, 5)
SELECT int4range(1, 2) = int4range(1, 2), int4range(1, 2) <> '[1,3)', int4range(1, 2) < int4range(1, 3), 'empty'::int4range < int4range(1, 2), int4range(NULL, 2) < int4range(1, 2), numrange(1, 2, '()') > numrange(1, 2), numrange(1, 2) >= numrange(1, 2.0), numrange(1, 2) <= numrange(1, 2, '[]')
SELECT x FROM (VALUES ('[1,5)'::int4range), ('empty'), ('(,3)'), ('[1,3)'), (NULL), ('[2,)'), ('(,)')) t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES ('[1,5)'::int4range), ('[1,4]'), ('empty')) t(x) ORDER BY x
SELECT x, count(*) FROM (VALUES ('[1,2)'::numrange), ('[1.0,2.0)')) t(x) GROUP BY x
SELECT min(lower(x)), max(upper(x)), range_agg(x), range_intersect_agg(x) FROM (VALUES ('[1,5)'::int4range), ('[3,9)'), (NULL)) t(x)
SELECT range_agg(x), range_intersect_agg(x) FROM (VALUES (NULL::int4range)) t(x)
SELECT range_agg(x), range_intersect_agg(x) FROM (VALUES ('{[1,5),[7,8)}'::int4multirange), ('{[3,9)}')) t(x)
SELECT '{[1,2),[3,4)}'::int4multirange, '{}'::int4multirange, '{[5,6),[1,3),[2,4),empty}'::int4multirange, ' { [1,2) , (3,4] } '::nummultirange, '{[1,2],[3,4]}'::int4multirange, '{[1,2],[3,4]}'::nummultirange
SELECT '{["2020-01-01","2020-01-02"),(,2019-01-01]}'::datemultirange, '{[2020-01-01 10:00,)}'::tsmultirange, '{[2020-01-01 10:00+1,)}'::tstzmultirange, '{(,)}'::int8multirange
SELECT ''::int4multirange
SELECT '[1,2)'::int4multirange
SELECT '{[1,2)'::int4multirange
SELECT '{1,2)'::int4multirange
SELECT '{[1,2) [3,4)}'::int4multirange
SELECT '{[1,2)} x'::int4multirange
SELECT '{[1,2),}'::int4multirange
SELECT '{[2,1)}'::int4multirange
SELECT '{[a,1)}'::int4multirange
SELECT '{empty,empty}'::int4multirange, '{EMPTY}'::int4multirange
SELECT int4multirange(), int4multirange(int4range(1, 2)), int4multirange(int4range(1, 2), int4range(5, 6)), int4multirange(VARIADIC ARRAY[int4range(1, 2), int4range(2, 6)]), multirange(int4range(1, 2)), int4range(1, 2)::int4multirange
SELECT int4multirange(int4range(1, 2), NULL)
SELECT int4multirange(VARIADIC ARRAY[ARRAY[int4range(1, 2)]])
SELECT int4multirange(NULL), nummultirange('empty'::numrange)
SELECT lower('{[1,2),[5,6)}'::int4multirange), upper('{[1,2),[5,6)}'::int4multirange), isempty('{}'::int4multirange), lower('{}'::int4multirange), lower_inc('{[1,2)}'::int4multirange), upper_inf('{[1,)}'::int4multirange), range_merge('{[1,2),[5,6)}'::int4multirange), range_merge('{}'::int4multirange)
SELECT '{[1,5),[8,9)}'::int4multirange @> 8, '{[1,5),[8,9)}'::int4multirange @> 5, 3 <@ '{[1,5)}'::int4multirange, '{[1,5)}'::int4multirange @> int4range(2, 3), '{[1,5),[8,9)}'::int4multirange @> '{[2,3),[8,9)}'::int4multirange, int4range(1, 9) @> '{[2,3),[5,6)}'::int4multirange, '{[2,3)}'::int4multirange <@ int4range(1, 5), '{}'::int4multirange @> '{}'::int4multirange, '{}'::int4multirange @> 'empty'::int4range
SELECT '{[1,5),[8,9)}'::int4multirange && '{[5,8)}'::int4multirange, '{[1,5),[8,9)}'::int4multirange && int4range(4, 6), int4range(4, 6) && '{[1,5)}'::int4multirange, '{[1,5)}'::int4multirange << '{[5,6)}'::int4multirange, '{[1,5)}'::int4multirange << int4range(7, 8), int4range(7, 8) >> '{[1,5)}'::int4multirange, '{[1,5)}'::int4multirange &< '{[1,9)}'::int4multirange, int4range(1, 2) &> '{[1,9)}'::int4multirange, '{[1,5)}'::int4multirange -|- int4range(5, 6), int4range(5, 6) -|- '{[1,5)}'::int4multirange, '{[1,5)}'::int4multirange -|- '{[5,8)}'::int4multirange
SELECT '{[1,5)}'::int4multirange + '{[5,6),[8,9)}'::int4multirange, '{[1,9)}'::int4multirange - '{[2,3),[5,6)}'::int4multirange, '{[1,9)}'::int4multirange * '{[0,3),[5,6)}'::int4multirange, '{(,)}'::nummultirange - '{[1,2]}'::nummultirange
SELECT '{[1,5)}'::int4multirange = '{[1,3),[3,5)}'::int4multirange, '{}'::int4multirange < '{[1,2)}'::int4multirange, '{[1,2)}'::int4multirange < '{[1,2),[4,5)}'::int4multirange, '{[1,2)}'::int4multirange >= '{[1,3)}'::int4multirange
SELECT unnest('{[1,2),[5,6)}'::int4multirange)
SELECT ARRAY[int4range(1, 2), 'empty'], ARRAY['{[1,2)}'::int4multirange], '{"[1,2)","(,)"}'::int4range[]
SELECT pg_typeof(range_agg(x)), pg_typeof(lower(x)) FROM (VALUES (int4range(1, 2))) t(x) GROUP BY x
SELECT to_json(int4range(1, 2)), int4range(1, 2)::text, '[1,2)'::text::int4range, row(int4range(1, 2))
SELECT lower('[1,2)')
SELECT isempty('[1,2)')
SELECT int4range(1, 2) @> 1::int8
SELECT int4range(1, 2) && int8range(1, 2)
SELECT 1 <@ int8range(1, 2)
SELECT '[1,2)' && int4range(1, 2), int4range(1, 5) @> '3', '{[1,2)}' && int4range(1, 2)
SELECT array_agg(x) FROM (VALUES (int4range(1, 2)), ('empty')) t(x)
SELECT $1::int4range @> $2 ;; [1,5) ;; 3
SELECT int4range(1, 2) BETWEEN 'empty' AND '[5,6)', greatest(int4range(1, 2), int4range(1, 3)), int4range(1, 2) IN ('[1,2)', 'empty')
SELECT upper(x) - lower(x) FROM (VALUES (daterange('2020-01-01', '2020-03-01'))) t(x)
SELECT count(*) OVER (ORDER BY x RANGE 1 PRECEDING) FROM (VALUES (int4range(1, 2))) t(x)
