#!/bin/bash
# agent ADDRESS: runs commands that come from there over TCP, several at once if they are sent so.
# A command is a line `NUMBER BASE64`, its text in base64; the answer, when it has ended, is `NUMBER STATUS BASE64`,
# with all it wrote.  `0 0 ` says that the agent listens.
cd /job || exit
exec 3<> "/dev/tcp/$1/1" || exit
answer() { # NUMBER STATUS FILE: one whole line at a time
    { flock 9; { echo -n "$1 $2 "; base64 "$3" | tr -d '\n'; echo; } >&3; } 9> /run/lab/answering
}
answer 0 0 /dev/null
while read -r number text <&3; do
    case $number in '' | *[!0-9]*) continue ;; esac
    {
        base64 -d <<< "$text" > "/run/lab/$number"
        bash "/run/lab/$number" < /dev/null > "/run/lab/$number.out" 2>&1 3>&-
        answer "$number" "$?" "/run/lab/$number.out"
        rm "/run/lab/$number" "/run/lab/$number.out"
    } &
done
