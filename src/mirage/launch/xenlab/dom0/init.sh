#!/bin/busybox sh
# PID 1 of the lab's dom0: devices, bridge, Xen's daemons, then the agent that takes commands from outside.
export PATH=/usr/sbin:/usr/bin HOME=/
say() { echo "LAB $* $(cut -d' ' -f1 /proc/uptime)"; }
option() { sed -n "s/.* lab\.$1=\([^ ]*\).*/\1/p" /proc/cmdline; }

mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mount -t tmpfs run /run
ln -s /proc/self/fd /dev/fd # the block script hangs without /dev/stdin
ln -s fd/0 /dev/stdin
ln -s fd/1 /dev/stdout
ln -s fd/2 /dev/stderr
mkdir -p /dev/pts /run/xen /run/xenstored /run/lab
mount -t devpts pts /dev/pts
say kernel
for module in $(cat /modules/order); do insmod "/modules/$module.ko"; done
mount -t xenfs xenfs /proc/xen
ip link set lo up
brctl addbr xenbr0
brctl addif xenbr0 eth0
ip link set eth0 up
ip link set xenbr0 up
ip addr add "$(option ipv4)" dev xenbr0
xenstored --pid-file /run/xenstored.pid
xen-init-dom0 > /dev/null
xenconsoled --log=guest --log-dir=/var/log/xen/console
say toolstack
while :; do
    setsid bash /lab/agent "$(option host)"
    say agent ended
    sleep 1
done
