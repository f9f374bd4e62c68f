# Holds a process of the operating system for each process of a pgdouble server, and stands in for
# the postmaster itself: it is the parent of them all. A stand-in keeps a pid, carries a title, and
# passes signals on. Perl, because every Debian has it, one of it forks in a tenth of a millisecond,
# and what it forks takes a tenth of a megabyte.
#
#   perl processes.pl serve TITLE               the server holds the ends of standard input and output
#   perl processes.pl run TITLE PROGRAM WORD …  starts the server, and ends as it ends
#
# Lines come from the server, and lines go to it. A signal is its number, a status as wait(2) has it;
# in a title, a backslash and "n" stand for the end of a line, and two backslashes for one.
#
#                                             p PID            this process is there
#   f TOKEN TITLE    forks a process          f TOKEN PID      it is there; 0 and why where it is not
#   t PID TITLE      gives it another title   s PID SIGNAL     it, or this process, received a signal
#   k PID SIGNAL     sends it a signal        z PID, c PID     it was stopped, it goes on
#   a PID            it is known of signals   x PID STATUS     it is gone
#   e PID            ends it
#
# A signal stays pending in a stand-in until the server knows of it: so that the server can see in /proc whether one has
# come that it has not heard of yet.
#
# When the server ends, or this process does, all of them end.
use strict;
use warnings;
use Fcntl ();
use POSIX ();

# System calls that Perl has no function for, by their numbers on each machine.
my %PRCTL     = (x86_64 => 157, aarch64 => 167);
my %SIGNALFD4 = (x86_64 => 289, aarch64 => 74);
my %WAIT4     = (x86_64 => 61,  aarch64 => 260);
my %TIMEDWAIT = (x86_64 => 128, aarch64 => 137);
my ($PR_SET_PDEATHSIG, $PR_SET_NAME) = (1, 15);
my ($SFD_CLOEXEC, $SIGNALFD_SIGINFO_BYTES) = (02000000, 128);
my $ANY_CHANGE = POSIX::WNOHANG() | POSIX::WUNTRACED() | 8;    # WCONTINUED
my ($CONTINUED, $STOPPED) = (0xffff, 0x7f);

my @PASSED_ON = (
    POSIX::SIGHUP(), POSIX::SIGINT(), POSIX::SIGQUIT(), POSIX::SIGTERM(), POSIX::SIGUSR1(),
    POSIX::SIGUSR2()
);
my $NAME = "postgres\0";

my $machine = (POSIX::uname())[4];
my ($prctl, $signalfd4, $wait4) = ($PRCTL{$machine}, $SIGNALFD4{$machine}, $WAIT4{$machine});
my $timedwait = $TIMEDWAIT{$machine};
die "processes.pl: the numbers of $machine\'s system calls are not known\n" if !defined $prctl;

my $keeper = $$;
my %ear;       # of each process: the pipe by which it is told its title
my $signals;   # where signals are read from
my ($server, $status) = (0, 0);

# The program's name goes with it, and is to be that of PostgreSQL's.
sub show_title {
    $0 = $_[0];
    syscall $prctl, $PR_SET_NAME, $NAME;
}

sub title {
    my ($title) = @_;
    $title =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ge;
    show_title($title);
}

sub say_line {
    my $line = "$_[0]\n";
    syswrite STDOUT, $line;
}

# Signals are read like everything else, so that none can come unseen between a look and a wait. A
# process that is forked reads its own.
sub read_signals {
    my $bits = 0;
    $bits |= 1 << ($_ - 1) for @PASSED_ON, POSIX::SIGCHLD();
    POSIX::sigprocmask(
        POSIX::SIG_BLOCK(), POSIX::SigSet->new(@PASSED_ON, POSIX::SIGCHLD()));
    my $mask = pack 'Q', $bits;
    my $number = syscall $signalfd4, -1, $mask, 8, $SFD_CLOEXEC;
    die "processes.pl: signalfd: $!\n" if $number < 0;
    open $signals, '<&=', $number or die "processes.pl: signalfd: $!\n";
}

# The number of the next signal.
sub next_signal {
    sysread $signals, my $info, $SIGNALFD_SIGINFO_BYTES or return 0;
    return unpack 'L', $info;
}

# Waits for lines and for signals, until the lines end.
sub attend {
    my ($from, $obey, $heed) = @_;
    my $rest = '';
    while (1) {
        my ($line, $signal) = ready($from, $signals);
        $heed->(next_signal()) if $signal;
        next if !$line;
        sysread $from, $rest, 65536, length $rest or return;
        $obey->($1) while $rest =~ s/^([^\n]*)\n//;
    }
}

# Waits until one of them has something to read, and tells of each whether it has.
sub ready {
    my @wanted = @_;
    my $bits = '';
    vec($bits, fileno $_, 1) = 1 for @wanted;
    select($bits, undef, undef, undef) > 0 or return ();
    return map { vec $bits, fileno $_, 1 } @wanted;
}

# The signals that were sent to this process and not taken yet.
sub pending {
    open my $state, '<', '/proc/self/status' or return ();
    my $bits = 0;
    while (<$state>) {
        $bits |= hex $1 if /^(?:SigPnd|ShdPnd):\s+([0-9a-f]+)/;
    }
    return grep { $bits & 1 << ($_ - 1) } @PASSED_ON, POSIX::SIGCHLD();
}

sub take {
    my ($signal) = @_;
    my ($mask, $at_once) = (pack('Q', 1 << ($signal - 1)), pack 'qq', 0, 0);
    syscall $timedwait, $mask, 0, $at_once, 8;
}

# What a stand-in does.
sub live {
    my ($told, $title) = @_;
    syscall $prctl, $PR_SET_PDEATHSIG, POSIX::SIGKILL();
    POSIX::_exit(0) if getppid() != $keeper;
    POSIX::setsid();
    title($title);
    my ($rest, @said) = ('');
    while (1) {
        my ($line, $signal) = ready($told, @said ? () : $signals);
        if ($signal) {
            @said = pending();
            say_line("s $$ $_") for @said;
        }
        next if !$line;
        sysread $told, $rest, 65536, length $rest or POSIX::_exit(0);
        while ($rest =~ s/^(.)([^\n]*)\n//) {
            if ($1 eq 't') { title($2) }
            else { take($_) for splice @said }
        }
    }
}

sub start {
    my ($token, $title) = @_;
    my $pid;
    if (pipe my $told, my $tell) {
        $pid = fork;
        live($told, $title) if defined $pid && $pid == 0;
        fcntl $tell, Fcntl::F_SETFL(), Fcntl::O_WRONLY() | Fcntl::O_NONBLOCK();
        $ear{$pid} = $tell if defined $pid;
    }
    say_line(defined $pid ? "f $token $pid" : "f $token 0 $!");
}

# The next process that changed and how, as wait(2) has it, which Perl does not tell: (0) for none.
sub changed {
    my ($options) = @_;
    my $how = pack 'L', 0;
    my $pid = syscall $wait4, -1, $how, $options, 0;
    return $pid > 0 ? ($pid, unpack 'L', $how) : (0);
}

sub tell_change {
    my ($pid, $how) = @_;
    if ($how == $CONTINUED) { say_line("c $pid") }
    elsif (($how & 0xff) == $STOPPED) { say_line("z $pid") }
    elsif ($pid == $server) { $status = $how }
    else {
        delete $ear{$pid};
        say_line("x $pid $how");
    }
}

# What has become of the others is told first: it was so when the signal was sent.
sub heed {
    my ($signal) = @_;
    while ((my ($pid, $how) = changed($ANY_CHANGE))[0]) {
        tell_change($pid, $how);
    }
    say_line("s $$ $signal") if $signal != POSIX::SIGCHLD();
}

sub obey {
    my ($verb, $who, $rest) = split / /, $_[0], 3;
    if ($verb eq 'f') { start($who, $rest) }
    elsif (!$ear{$who}) { }
    elsif ($verb eq 't') { syswrite $ear{$who}, "t$rest\n" }
    elsif ($verb eq 'a') { syswrite $ear{$who}, "a\n" }
    elsif ($verb eq 'k') { kill $rest, $who }
    elsif ($verb eq 'e') { kill 'KILL', $who }
}

# Starts the server as a process of ours: it reads our lines where its standard input would be, and
# writes its own to what PGDOUBLE_KEEPER names.
sub run {
    my @command = @_;
    pipe my $from, my $to or die "processes.pl: pipe: $!\n";
    pipe my $events, my $tell or die "processes.pl: pipe: $!\n";
    $server = fork;
    die "processes.pl: fork: $!\n" if !defined $server;
    if ($server == 0) {
        fcntl $to, Fcntl::F_SETFD(), 0;
        POSIX::dup2(fileno $events, 0);
        POSIX::sigprocmask(POSIX::SIG_SETMASK(), POSIX::SigSet->new());
        $ENV{PGDOUBLE_KEEPER} = '/dev/fd/' . fileno $to;
        $ENV{PGDOUBLE_POSTMASTER_PID} = $keeper;
        $SIG{$_} = 'DEFAULT' for 'PIPE', 'ALRM';
        exec @command or POSIX::_exit(127);
    }
    close $to;
    POSIX::dup2(fileno $from, 0);
    POSIX::dup2(fileno $tell, 1);
}

sub end {
    kill 'KILL', keys %ear;
    POSIX::sigprocmask(POSIX::SIG_SETMASK(), POSIX::SigSet->new());
    while ((my ($pid, $how) = changed(0))[0]) {
        $status = $how if $pid == $server;
    }
    exit($status & 0x7f ? 128 + ($status & 0x7f) : $status >> 8);
}

$SIG{$_} = 'IGNORE' for 'PIPE', 'ALRM';
my ($how, $title, @command) = @ARGV;
read_signals();
run(@command) if $how eq 'run';
show_title($title);
say_line("p $$");
attend(\*STDIN, \&obey, \&heed);
end();
