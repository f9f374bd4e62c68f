# A shell, and a Java machine, can heed no signal that was ignored when it began, as SIGINT and SIGQUIT are in a
# background job of a script, and SIGHUP under nohup. PostgreSQL heeds them all the same.

# Whether any of the signals whose bits are these is ignored. /proc tells; where there is none, nobody does.
ignores() { # MASK
  [ -r "/proc/$$/status" ] || return 1
  while read -r name mask; do
    if [ "$name" = SigIgn: ]; then
      [ $((0x$mask & $1)) != 0 ]
      return
    fi
  done <"/proc/$$/status"
  return 1
}

# Begins the program anew with these signals as they are by default, where one of them is ignored.
give_back() { # NAME,NAME… MASK PROGRAM WORD …
  if ! ignores "$2"; then
    return 0
  elif env --default-signal=TERM true 2>/dev/null; then
    names=$1
    shift 2
    exec env --default-signal="$names" "$@"
  elif command -v perl >/dev/null; then
    names=$1
    shift 2
    # shellcheck disable=SC2016
    exec perl -e '$SIG{$_} = "DEFAULT" for split /,/, shift; exec @ARGV or exit 127' "$names" "$@"
  fi
}
