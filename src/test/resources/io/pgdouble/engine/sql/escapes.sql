SELECT 'a\b'
%%
SELECT 'a\\b\n'
%%
SELECT 'a\'b'
%%
SELECT 'a\n', 'b\n'
%%
SELECT U&'x'
%%
SELECT U&"x"
%%
SELECT E'a\n'
%%
SELECT 'é\101'
%%
SELECT 'a\
%%
SELECT 'a' 'b\n'
%%
SELECT '\xe9'
