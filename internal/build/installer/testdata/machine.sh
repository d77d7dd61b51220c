#!/bin/sh
# Begins a Debian root as a machine of its own, whose first process is its systemd: with its
# own processes, mounts, network and control groups, and without the means to set anything
# of the kernel's.
#
#   machine.sh BASE CHANGES WORK ROOT GROUP
#
# BASE stays as it is; what is changed lies in CHANGES, and is seen at ROOT. GROUP is a
# control group (v2) that nobody else is in. The machine ends with the process.
set -e
if [ "$1" != inside ]; then
	echo $$ >"$5/cgroup.procs"
	exec unshare --pid --mount --uts --ipc --net --cgroup --fork --kill-child -- "$0" inside "$@"
fi
shift
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$4"
cd "$4"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
	: >"dev/$device"
	mount --bind "/dev/$device" "dev/$device"
done
# The unit asks for a console; nothing is drawn on it here.
: >dev/tty0
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
exec env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot . /lib/systemd/systemd
