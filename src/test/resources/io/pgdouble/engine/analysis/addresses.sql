-- Networks, hardware addresses, money, positions in the log and snapshots.
SELECT '10.1.2.0/24'::cidr, '10'::cidr, '192.168'::cidr, '224'::cidr, '240.1'::cidr, '10.1.2.3'::cidr, '::1'::cidr, 'fe80::/10'::cidr, '10.1.2.3/32'::cidr, '0/0'::cidr, '172.16/12'::cidr
SELECT '10.1.2.3/24'::cidr
SELECT '10.1.2.3.4'::cidr
SELECT '10.256'::cidr
SELECT 'x'::cidr
SELECT '10/33'::cidr
SELECT 'fe80::1/10'::cidr
SELECT 'fe80::x'::cidr
SELECT ''::cidr
SELECT '10.1.2.3/24'::inet::cidr, '10.1.2.0/24'::cidr::inet, '10.1.2.3'::inet::text, '10.1.2.0/24'::cidr::text, '10.1.2.3'::inet = '10.1.2.3/32'::cidr
SELECT network('10.1.2.3/20'::inet), broadcast('10.1.2.3/20'::inet), netmask('10.1.2.3/20'::inet), hostmask('10.1.2.3/20'::inet), host('10.1.2.3/20'::inet), masklen('10.1.2.3/20'::inet), family('::1'::inet), abbrev('10.1.0.0/16'::cidr), abbrev('10.1.2.3/24'::inet)
SELECT broadcast('fe80::1/64'::inet), netmask('fe80::1/64'::inet), hostmask('fe80::1/10'::inet), network('fe80::1/10'::inet)
SELECT set_masklen('10.1.2.3/20'::inet, 8), set_masklen('10.1.2.0/24'::cidr, 16), set_masklen('10.1.2.3/20'::inet, -1)
SELECT set_masklen('10.1.2.3/20'::inet, 33)
SELECT '10.1.2.3'::inet << '10.1/16'::cidr, '10.1/16'::cidr << '10.1/16'::cidr, '10.1/16'::cidr <<= '10.1/16'::cidr, '10.1/16'::cidr >> '10.1.2.3'::inet, '10.1/16'::cidr >>= '10.1/16'::cidr, '10.1/16'::cidr && '10/8'::cidr, '10.1/16'::cidr && '11/8'::cidr, '::1'::inet << '10/8'::cidr
SELECT ~ '10.1.2.3'::inet, '10.1.2.3'::inet & '255.255.0.0'::inet, '10.1.2.3'::inet | '0.0.255.0'::inet, '10.1.2.3/8'::inet + 300, '10.1.2.3'::inet - 4, '10.1.2.3'::inet - '10.1.1.3'::inet, 5 + '::1'::inet
SELECT '10.1.2.3'::inet & '::1'::inet
SELECT '10.1.2.3'::inet | '::1'::inet
SELECT '10.1.2.3'::inet - '::1'::inet
SELECT '255.255.255.255'::inet + 1
SELECT '0.0.0.0'::inet - 1
SELECT 'ffff::'::inet - '::1'::inet
SELECT inet_same_family('::1', '10.0.0.1'), inet_merge('10.1.2.3/24', '10.1.3.4/24'), inet_merge('10.0.0.1', '10.0.0.1')
SELECT inet_merge('::1', '10.0.0.1')
SELECT x FROM (VALUES ('10.1/16'::cidr), ('10/8'), ('::1'), ('10.1.2.3'), ('10.1.2.3/32')) t(x) ORDER BY x
SELECT min(x), max(x), count(DISTINCT x) FROM (VALUES ('10.1.2.3'::inet), ('10.0.0.1'), ('10.0.0.1')) t(x)
SELECT '08:00:2b:01:02:03'::macaddr, '08-00-2b-01-02-03'::macaddr, '08002b:010203'::macaddr, '08002b-010203'::macaddr, '0800.2b01.0203'::macaddr, '0800-2b01-0203'::macaddr, '08002b010203'::macaddr, ' 8:0:2B:1:2:3 '::macaddr
SELECT 'x'::macaddr
SELECT '08:00:2b:01:02'::macaddr
SELECT '08:00:2b:01:02:03:04'::macaddr
SELECT '08:00:2b:01:02:1ff'::macaddr
SELECT '08:00-2b:01:02:03'::macaddr
SELECT '08:00:2b:01:02:03:04:05'::macaddr8, '08-00-2b-01-02-03-04-05'::macaddr8, '08002b:0102030405'::macaddr8, '0800.2b01.0203'::macaddr8, '08002b0102030405'::macaddr8, '08:00:2b:01:02:03'::macaddr8, ' 08002b01:02030405 '::macaddr8
SELECT 'x'::macaddr8
SELECT '08:00:2b:01:02:03:04'::macaddr8
SELECT '08:00-2b:01:02:03'::macaddr8
SELECT '08:00:2b:01:02:03:04:05:06'::macaddr8
SELECT '8:0:2b:01:02:03'::macaddr8
SELECT '08:00:2b:01:02:03'::macaddr::macaddr8, '08:00:2b:ff:fe:01:02:03'::macaddr8::macaddr, trunc('12:34:56:78:90:ab'::macaddr), trunc('12:34:56:78:90:ab:cd:ef'::macaddr8), macaddr8_set7bit('00:34:56:ab:cd:ef'::macaddr8)
SELECT '08:00:2b:01:02:03:04:05'::macaddr8::macaddr
SELECT ~ '12:34:56:78:90:ab'::macaddr, '12:34:56:78:90:ab'::macaddr & '00:00:00:ff:ff:ff', '12:34:56:78:90:ab'::macaddr | '01:00:00:00:00:00', ~ '12:34:56:78:90:ab:cd:ef'::macaddr8, '12:34:56:78:90:ab:cd:ef'::macaddr8 & 'ff:ff:ff:ff:00:00:00:00'
SELECT x FROM (VALUES ('ff:00:00:00:00:00'::macaddr), ('08:00:00:00:00:01'), ('08:00:00:00:00:00')) t(x) ORDER BY x
SELECT '08:00:2b:01:02:03'::macaddr < '08:00:2b:01:02:04', '08:00:2b:01:02:03'::macaddr8 >= '08:00:2b:01:02:04', '08:00:2b:01:02:03'::macaddr = '08002b010203', '08:00:2b:01:02:03'::macaddr <> '08002b010204'
SELECT '12.345'::money, '$1,234.56'::money, '-1'::money, '($1.5)'::money, '1-'::money, ' $ 7 '::money, '1,2,3'::money, '.5'::money, ''::money, '+5'::money, '92233720368547758.07'::money, '-92233720368547758.08'::money, '0.005'::money
SELECT 'x'::money
SELECT '1.2.3'::money
SELECT '92233720368547758.08'::money
SELECT '123456789012345678'::money
SELECT '1'::money + '2.50', '1'::money - '2.50', '1.25'::money * 3, 2 * '1.25'::money, '1.25'::money * 1.5::float8, '10'::money / 3, '10'::money / 3::float8, '10'::money / '4'::money, 0.5::float4 * '3'::money, '1.25'::money * 2::int8, '5'::money / 2::int2
SELECT '1'::money / 0
SELECT '1'::money / 0::float8
SELECT '1'::money / '0'::money
SELECT '1.25'::money::numeric, 1.255::numeric::money, 7::money, 7::int8::money, (-3.005)::numeric::money
SELECT 1.5::float8::money
SELECT 922337203685477580::int8::money
SELECT sum(x), min(x), max(x) FROM (VALUES ('1'::money), ('2.5'), (NULL)) t(x)
SELECT '1'::money < '2', '1'::money = '1.00', greatest('1'::money, '2'), ARRAY['1'::money, '2,000']
SELECT '16/B374D848'::pg_lsn, '0/0'::pg_lsn, 'ffffffff/ffffffff'::pg_lsn, '016/00B374D8'::pg_lsn
SELECT '16'::pg_lsn
SELECT '16/'::pg_lsn
SELECT '123456789/0'::pg_lsn
SELECT ' 1/1'::pg_lsn
SELECT '16/10'::pg_lsn - '16/1'::pg_lsn, '0/1'::pg_lsn - 'ffffffff/0'::pg_lsn, '16/10'::pg_lsn + 16, 16 + '16/10'::pg_lsn, '16/10'::pg_lsn - 16, '0/10'::pg_lsn > '0/2', pg_lsn(23783416::numeric), 1.5 + '0/0'::pg_lsn
SELECT '0/1'::pg_lsn - 2
SELECT 'ffffffff/ffffffff'::pg_lsn + 1
SELECT '0/1'::pg_lsn + 'NaN'::numeric
SELECT '0/1'::pg_lsn - 'NaN'::numeric
SELECT pg_lsn('NaN'::numeric)
SELECT min(x), max(x) FROM (VALUES ('0/1'::pg_lsn), ('ffffffff/0'), (NULL)) t(x)
SELECT '12:13:'::pg_snapshot, '12:18:14,16'::pg_snapshot, '12:16:14,14'::pg_snapshot, '1:9223372036854775807:3'::txid_snapshot
SELECT '31:12:'::pg_snapshot
SELECT '0:1:'::pg_snapshot
SELECT '12:13:0'::pg_snapshot
SELECT '12:16:14,13'::pg_snapshot
SELECT '12:16'::pg_snapshot
SELECT '12:16:14x'::txid_snapshot
SELECT pg_snapshot_xmin('12:18:14,16'), pg_snapshot_xmax('12:18:14,16'), pg_visible_in_snapshot('15', '12:18:14,16'), pg_visible_in_snapshot('14', '12:18:14,16'), pg_visible_in_snapshot('11', '12:18:14'), pg_visible_in_snapshot('18', '12:18:14')
SELECT pg_snapshot_xip('12:18:14,16')
SELECT txid_snapshot_xmin('12:18:14,16'), txid_snapshot_xmax('12:18:14,16'), txid_visible_in_snapshot(15, '12:18:14,16'), x FROM txid_snapshot_xip('12:18:14,16') x
SELECT to_json('10.0.0.0/8'::cidr), to_json('1'::money), to_json('0/1'::pg_lsn), '10.0.0.1'::text::inet, '08:00:2b:01:02:03'::macaddr::text
SELECT cidr '10/8', macaddr '08:00:2b:01:02:03', money '1'
SELECT pg_typeof(network('10.1.2.3/20'::inet)), '10.0.0.0/8'::cidr || 'x', substring('10.0.0.0/8'::cidr::text, 1, 2)
