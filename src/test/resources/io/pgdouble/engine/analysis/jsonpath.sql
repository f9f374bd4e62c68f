-- Texts of paths, good and bad, and what paths find.
SELECT '$'::jsonpath, 'strict $.a'::jsonpath, 'lax $[*]'::jsonpath, '$.a.*.**.**{2}.**{last}.**{1 to last}.**{last to 3}'::jsonpath
SELECT '$.a[1, 2 to last, $.n]'::jsonpath, '$ ? (@.a == 1 && (@.b > 2 || !(@.c < "x")))'::jsonpath
SELECT '(1 + 2 * 3).type()'::jsonpath, '-(1 + $.a) * 2 - -3 % 4'::jsonpath, '+1'::jsonpath, '- 1.50'::jsonpath
SELECT '$."a b".c ? (exists(@.d)) ? ((@.e == null) is unknown)'::jsonpath, '$var + $"v w"'::jsonpath
SELECT '$ ? (@ starts with "a")'::jsonpath, '$ ? (@ like_regex "^a.c$" flag "sim")'::jsonpath, '$ ? (@ starts with $x)'::jsonpath
SELECT '$.abs().floor().ceiling().double().size().type().keyvalue().datetime().datetime("HH24")'::jsonpath
SELECT '$.abs'::jsonpath, '$.LAST'::jsonpath, '$.Null'::jsonpath, '$.true'::jsonpath, '$.is.to.exists'::jsonpath
SELECT '0x1f'::jsonpath, '1_000'::jsonpath, '1.'::jsonpath, '.5e3'::jsonpath, '0b11'::jsonpath, '0o17'::jsonpath, '1e-3'::jsonpath
SELECT '"\u00e9\n\x41\"\q"'::jsonpath, '$.f\u0041o'::jsonpath, '"\u{1F600}"'::jsonpath, '"\ud83d\ude00"'::jsonpath
SELECT ''::jsonpath
SELECT 'strict'::jsonpath
SELECT '$ a'::jsonpath
SELECT '$ a b'::jsonpath
SELECT '$.a $'::jsonpath
SELECT '$.a/* x */.b'::jsonpath
SELECT '$ /* x */ . /* y */ b'::jsonpath
SELECT '$ /* x'::jsonpath
SELECT '1abc'::jsonpath
SELECT '1a'::jsonpath
SELECT '$.1abc'::jsonpath
SELECT '1_'::jsonpath
SELECT '1__0'::jsonpath
SELECT '1e+'::jsonpath
SELECT '1.type()'::jsonpath
SELECT '"a'::jsonpath
SELECT '"a\'::jsonpath
SELECT '"\u00"'::jsonpath
SELECT '"\x4"'::jsonpath
SELECT '"\u0000"'::jsonpath
SELECT '"\ud83d"'::jsonpath
SELECT '"\ud83d\ud83d"'::jsonpath
SELECT '"\ude00"'::jsonpath
SELECT '$.a.b('::jsonpath
SELECT '$.abs(1)'::jsonpath
SELECT '$ ? (@.a)'::jsonpath
SELECT '! $'::jsonpath
SELECT '1 == 2 == 3'::jsonpath
SELECT '(1 == 2) + 3'::jsonpath
SELECT '(1 == 2).type() + 3'::jsonpath
SELECT '1 + (1 == 2)'::jsonpath
SELECT '1 == 1 && 2'::jsonpath
SELECT '(1) is unknown'::jsonpath
SELECT '(1 == 1) is nothing'::jsonpath
SELECT 'last'::jsonpath
SELECT '@'::jsonpath
SELECT '$[last]'::jsonpath, '$[@]'::jsonpath
SELECT '$[*, 1]'::jsonpath
SELECT '$['::jsonpath
SELECT '$.**{1 to}'::jsonpath
SELECT '$.**{99999999999}'::jsonpath
SELECT '$ ? (@ like_regex "(")'::jsonpath
SELECT '$ ? (@ like_regex "a" flag "a")'::jsonpath
SELECT '$ ? (@ like_regex "a" flag "x")'::jsonpath
SELECT '$ ? (@ like_regex "(" flag "qx")'::jsonpath
SELECT '$ ? (@ like_regex $x)'::jsonpath
SELECT $1::jsonpath ;; $.a[*]
SELECT jsonb_path_query('{"a": [1, 2, {"b": 3}]}', '$.a[*]')
SELECT jsonb_path_query('{"a": [1, 2, {"b": 3}]}', '$.**')
SELECT jsonb_path_query_array('{"a": [1, 2, {"b": 3}]}', '$.**{last}')
SELECT jsonb_path_query_array('{"a": [1, 2, {"b": 3}]}', '$.a.b'), jsonb_path_query_first('{"a": [1, 2]}', '$.a[last]'), jsonb_path_query_first('{}', '$.a')
SELECT jsonb_path_query_array('{"a": [1, 2, {"b": 3}]}', 'strict $.a.b')
SELECT jsonb_path_query_array('{"a": [1, 2, {"b": 3}]}', 'strict $.a.b', silent => true)
SELECT jsonb_path_query_array('[1, 2, 3, 4]', '$[*] ? (@ > $min && @ <= $max)', '{"min": 1, "max": 3}')
SELECT jsonb_path_query_array('[1]', '$[*] ? (@ > $min)')
SELECT jsonb_path_query_array('[1]', '$[*] ? (@ > $min)', '{}', true)
SELECT jsonb_path_query_array('[1]', '$', '[1]')
SELECT jsonb_path_exists('{"a": 1}', '$.a'), jsonb_path_exists('{"a": 1}', '$.b'), jsonb_path_exists('{"a": 1}', 'strict $.b', '{}', true)
SELECT jsonb_path_exists('{"a": 1}', 'strict $.b')
SELECT jsonb_path_match('{"a": 1}', '$.a == 1'), jsonb_path_match('{"a": 1}', '$.a == "x"')
SELECT jsonb_path_match('{"a": 1}', '$.a')
SELECT jsonb_path_match('{"a": 1}', '$.a', '{}', true)
SELECT jsonb '{"a": 1}' @? '$.a', jsonb '{"a": 1}' @? 'strict $.b', jsonb '{"a": 1}' @@ '$.a > 0', jsonb '{"a": 1}' @@ '$.a', jsonb '[1]' @@ '$x == 1'
SELECT jsonb_path_query('[1, "2", true, null, {}, []]', '$[*].type()')
SELECT jsonb_path_query('[1, "2", [3, 4]]', 'strict $[*].size()')
SELECT jsonb_path_query_array('[1, "2", [3, 4]]', '$[*].size()')
SELECT jsonb_path_query_array('[-1.5, "x"]', '$[0].abs()'), jsonb_path_query_array('[-1.5]', '$.floor()'), jsonb_path_query_array('[-1.5]', '$.ceiling()')
SELECT jsonb_path_query('["x"]', '$.abs()')
SELECT jsonb_path_query('["1.5e2", "NaN", "x"]', '$.double()')
SELECT jsonb_path_query('{}', '$.double()')
SELECT jsonb_path_query('1e1000', '$.double()')
SELECT jsonb_path_query('{"a": 1, "b": [2]}', '$.keyvalue()')
SELECT jsonb_path_query('{"a": 1, "b": [2]}', '$.keyvalue().key')
SELECT jsonb_path_query('[1]', 'strict $.keyvalue()')
SELECT jsonb_path_query('[1, 2, 3]', '$[0] + 1'), jsonb_path_query('[2, 4]', '-$'), jsonb_path_query('[7]', '$[0] % 4 * 2 - 1 / 2')
SELECT jsonb_path_query('[1, 2]', '$[*] + 1')
SELECT jsonb_path_query('["a"]', '1 + $[0]')
SELECT jsonb_path_query('["a"]', '-$[0]')
SELECT jsonb_path_query('[0]', '1 / $[0]')
SELECT jsonb_path_query('[0]', '1 / $[0]', '{}', true)
SELECT jsonb_path_query_array('[10, 11, 12, 13]', '$[0, 2 to 3]'), jsonb_path_query_array('[10, 11, 12, 13]', '$[last - 1]'), jsonb_path_query_array('[10, 11]', '$[5]'), jsonb_path_query_array('[10, 11]', '$[-1 to 0]'), jsonb_path_query_array('[10, 11]', '$[1.9]')
SELECT jsonb_path_query('[10, 11]', 'strict $[5]')
SELECT jsonb_path_query('[10, 11]', '$["a"]')
SELECT jsonb_path_query('[10, 11]', '$[99999999999]')
SELECT jsonb_path_query('1', 'strict $[0]')
SELECT jsonb_path_query('1', 'strict $[*]')
SELECT jsonb_path_query('1', 'strict $.*')
SELECT jsonb_path_query('1', 'strict $.a')
SELECT jsonb_path_query('{"a": 1}', 'strict $.b')
SELECT jsonb_path_query('["abc", "aBC", "xabc", 1]', '$[*] ? (@ like_regex "^abc" flag "i")')
SELECT jsonb_path_query('["abc", "b", 1, null]', '$[*] ? (@ starts with "a")')
SELECT jsonb_path_query_array('[1, "a", null, true]', '$[*] ? (@ != 1)'), jsonb_path_query_array('[1, "a", null, true]', '$[*] ? ((@ > 1) is unknown)'), jsonb_path_query_array('["a", "B", "b"]', '$[*] ? (@ >= "a")')
SELECT jsonb_path_query('{"a": [{"b": 1}, {"b": 2}]}', '$.a ? (@.b > 1)'), jsonb_path_query('{"a": [{"b": 1}, {"b": 2}]}', '$.a[*] ? (exists(@.b ? (@ == 1)))')
SELECT jsonb_path_query('[1]', '$ ? (1 == 1)'), jsonb_path_query('[1]', '1 == 1'), jsonb_path_query('[1]', '$[0] == "a"'), jsonb_path_query('[1]', '!(1 == 1)')
SELECT jsonb_path_query_tz('[1]', '$[*]'), jsonb_path_exists_tz('[1]', '$[*]')
SELECT jsonb_path_query(NULL, '$'), jsonb_path_exists('1', NULL)
SELECT * FROM jsonb_path_query('[1, 2]', '$[*]') WITH ORDINALITY
SELECT pg_input_is_valid('$.a', 'jsonpath'), pg_input_is_valid('$.', 'jsonpath'), ARRAY['$'::jsonpath]
SELECT '$'::jsonpath = '$'::jsonpath
