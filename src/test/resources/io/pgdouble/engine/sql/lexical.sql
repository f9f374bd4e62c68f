SELECT 'it''s'
%%
SELECT 'a'
'b'
%%
SELECT 'a' -- x
  'b'
%%
SELECT 'a' 'b'
%%
SELECT 'a' /* x */
 'b'
%%
SELECT 'abc
%%
SELECT E'a\n\t\'\\\101\x41\u0041\U00000041'
%%
SELECT E'\
%%
SELECT E'a\'
%%
SELECT E'\u12'
%%
SELECT E'\U0000'
%%
SELECT E'\u0000'
%%
SELECT E'\U00110000'
%%
SELECT E'\ud83d\ude00'
%%
SELECT E'\ud83d'
%%
SELECT E'\ud83dx'
%%
SELECT E'\ud83d\u0041'
%%
SELECT E'\ude00'
%%
SELECT E'\351'
%%
SELECT E'\xe9 '
%%
SELECT E'\xc3\xa9'
%%
SELECT E'\000'
%%
SELECT E'\xe2\x82'
%%
SELECT E'é\xff'
%%
SELECT U&'d\0061t\+000061'
%%
SELECT U&'d!0061' UESCAPE '!'
%%
SELECT U&'\006'
%%
SELECT U&'\+00006'
%%
SELECT U&'a\\b'
%%
SELECT U&'\d83d\de00'
%%
SELECT U&'\d83d'
%%
SELECT U&'\d83dx'
%%
SELECT U&'\de00'
%%
SELECT U&'\0000'
%%
SELECT U&'\+110000'
%%
SELECT U&'x' UESCAPE 'ab'
%%
SELECT U&'x' UESCAPE '+'
%%
SELECT U&'x' UESCAPE 1
%%
SELECT U&'x' UESCAPE
%%
SELECT U&"d\0061t"
%%
SELECT U&"d*0061" UESCAPE '*' FROM
%%
SELECT U&""
%%
SELECT U&"x
%%
SELECT u&1
%%
SELECT U&'x
%%
SELECT U&'x' 'y'
%%
SELECT 1 WHERE U&"a" U&'b'
%%
SELECT b'01', B'0''1'
%%
SELECT b'01
%%
SELECT x'1F
%%
SELECT x'1F', X'zz'
%%
SELECT n'x', N'y'
%%
SELECT n'x
%%
SELECT $$a$$, $x$ $$ $y$ $x$
%%
SELECT $x$ abc
%%
SELECT $abc
%%
SELECT $
%%
SELECT a$b, $1$2
%%
SELECT $x
%%
SELECT $é$x$é$
%%
SELECT $$
%%
SELECT $1a
%%
SELECT $1
%%
SELECT $99999999999999999999
%%
SELECT $_$a$_$
%%
SELECT "a""b", ""
%%
SELECT "a
%%
SELECT "A", FooBar, ÀÉ
%%
SELECT aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg
%%
SELECT "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggé"
%%
SELECT aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffg😀
%%
SELECT U&"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg"
%%
SELECT aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg
%%
SELECT 1, 1., .1, 1.5, 1e5, 1.e5, 1.5e-3, .5E+7
%%
SELECT 1a
%%
SELECT 1_000, 0x1F, 0o17, 0b101, 0X_1f
%%
SELECT 1_
%%
SELECT 1__0
%%
SELECT 0x
%%
SELECT 0x_
%%
SELECT 0xG
%%
SELECT 0x1G
%%
SELECT 0o8
%%
SELECT 0o
%%
SELECT 0b
%%
SELECT 0b2
%%
SELECT 0b12
%%
SELECT 1e
%%
SELECT 1e+
%%
SELECT 1e+x
%%
SELECT 1e5x
%%
SELECT 1e5$
%%
SELECT 1.5a
%%
SELECT 1.5e
%%
SELECT 1._5
%%
SELECT 1.2.3
%%
SELECT 1..2
%%
SELECT 1...2
%%
SELECT 99999999999, 2147483647, 2147483648, 0xFFFFFFFFF
%%
SELECT 1$
%%
SELECT 1$a
%%
SELECT 123é
%%
SELECT 1.é
%%
SELECT 0_1
%%
SELECT 1 /* a /* b */ c */ + 1
%%
SELECT /* a
%%
SELECT /* a /* b */
%%
SELECT 1 -- x
%%
SELECT 1 --x, 2
%%
-- only
%%
/* only */
%%
SELECT 1 +-- x
 2
%%
SELECT 1 =-1, 1 @-1, 1 +- 1, 1 *-/*x*/ 1
%%
SELECT 1 <>-1
%%
SELECT a <-> b, a ?- b, a -|- b
%%
SELECT 1 => 2
%%
SELECT 1 := 2
%%
SELECT a : b
%%
SELECT a .. b
%%
SELECT 1 /*/ 2 */
%%
SELECT 1 !=- 2
%%
SELECT a +++ b
%%
SELECT a @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@ b
%%
SELECT {
%%
SELECT a \ b
%%
SELECT 1 
%%
SELECT 
%%
SELECT 'é' x y
%%
SELECT '😀' x y
%%
SELECT 😀 1 2
%%
SELECT 1 😀 €
%%
SELECT ab
%%
SELECT 1+	1

%%
SELECT 'x''y'
%%
SELECT E'\z\8'
%%
SELECT E'\1\01\001\7777'
%%
SELECT E'\x'
%%
SELECT E'\xg'
%%
SELECT E'it\'s' x y z
