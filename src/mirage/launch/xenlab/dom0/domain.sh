#!/bin/bash
# domain CONFIGURATION NAME: a domain from its creation to its end, its console at the lab's user.
# Prints what `ended` does and `console BYTES`, how much it wrote; the domain is kept until all that is known, then
# destroyed.
name=$2
xl create -q -p "$1" 'on_poweroff="preserve"' 'on_reboot="preserve"' 'on_crash="preserve"' || exit 1
id=$(xl domid "$name")
until tty=$(xenstore-read "/local/domain/$id/console/tty" 2> /dev/null) && [ -n "$tty" ]; do usleep 10000; done
exec 3<> "/dev/tcp/$(sed -n 's/.* lab\.host=\([^ ]*\).*/\1/p' /proc/cmdline)/2"
cat < "$tty" >&3 2> /dev/null &
out=$!
cat <&3 > "$tty" 2> /dev/null &
xl unpause "$id"
/lab/ended "$name"
while kill -0 $out 2> /dev/null; do # the console's last bytes: `cat` waits for more when they are through
    usleep 20000
    read -r call _ < "/proc/$out/syscall" && [ "$call" = 0 ] && break
done
echo "console $(sed -n 's/^wchar: //p' "/proc/$out/io" 2> /dev/null)"
xl destroy "$id"
wait $out
kill $(jobs -p) 2> /dev/null
