-- title: Options of COPY that do not go with the binary format
-- majors: 15-16

COPY pg_am FROM STDIN (FORMAT binary, DELIMITER ',')

COPY pg_am FROM STDIN (FORMAT binary, NULL 'x')

COPY pg_am FROM STDIN (FORMAT binary, QUOTE 'x')

COPY pg_am FROM STDIN (FORMAT binary, FORCE_NULL (amname))

COPY pg_am TO STDOUT (FORMAT binary, HEADER)

COPY pg_am TO STDOUT (FORMAT binary, HEADER match)

COPY pg_am TO STDOUT (FORMAT binary, FORCE_QUOTE *)

COPY pg_am TO STDOUT (FORMAT binary, ESCAPE 'x')

COPY BINARY pg_am TO STDOUT (FORMAT text)

COPY pg_am FROM STDIN BINARY CSV
