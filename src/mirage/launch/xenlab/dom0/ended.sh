#!/bin/bash
# ended NAME: waits until the domain is not alive any more.  Prints `reason CODE` (of SCHEDOP_shutdown, in hexadecimal;
# `reason -` when it is gone) and `exit CODE` when the guest left one in xenstore.
id=$(xl domid "$1") || exit 1
exec 4< <(exec xenstore-watch @releaseDomain)
watcher=$!
while read -r _ <&4; do # at once, and whenever a domain ends
    state=$(xl list -v "$id" 2> /dev/null | awk 'NR == 2 { print $5, $8 }')
    case ${state% *} in *s* | *c* | '') break ;; esac
done
kill "$watcher"
echo "reason ${state#* }"
code=$(xenstore-read "/local/domain/$id/data/exit" 2> /dev/null) && echo "exit $code"
true
