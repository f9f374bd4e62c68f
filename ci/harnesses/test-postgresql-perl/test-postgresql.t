# What the manual of Test::PostgreSQL shows, on the programs of the PATH.
use strict;
use warnings;
use DBI;
use Test::More;
use Test::PostgreSQL;

sub answer {
    my ($server, $query) = @_;
    my $connection = DBI->connect($server->dsn, '', '', { RaiseError => 1, PrintError => 0 });
    my ($value) = $connection->selectrow_array($query);
    $connection->disconnect;
    return $value;
}

sub plays {
    my ($how, @options) = @_;
    my $server = Test::PostgreSQL->new(@options) or die $Test::PostgreSQL::errstr;
    is answer($server, 'SELECT current_database()'), 'test', "$how: a database of its own";
    is answer($server, 'SHOW fsync'), 'off', "$how: options reach the server";
    is answer($server, 'SHOW server_version_num') =~ /^15/, 1, "$how: the version is the programs'";
    my ($pid, $dsn) = ($server->pid, $server->dsn);
    ok kill(0, $pid), "$how: its pid is a process";
    $server->stop;
    sleep 1 while kill(0, $pid) && $how =~ /pg_ctl/;
    ok !DBI->connect($dsn, '', '', { PrintError => 0 }), "$how: nobody answers when it is stopped";
}

plays('by pg_ctl');
plays('without pg_ctl', pg_ctl => undef);
plays('by a Unix socket', unix_socket => 1);
plays('with a configuration', pg_config => "work_mem = '7MB'\n");

my $kept = Test::PostgreSQL->new(pg_config => "work_mem = '7MB'\nlog_min_messages = 'warning'\n");
is answer($kept, 'SHOW work_mem'), '7MB', 'a configuration is read';
$kept->stop;
$kept->start;
is answer($kept, 'SELECT 1'), 1, 'a stopped server starts again';
undef $kept;

done_testing;
