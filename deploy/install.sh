#!/bin/sh
# Makes a kiosk of this machine: copies what stands beside it to its places. The
# program itself must be there already, as /usr/local/bin/anketa. DESTDIR=FOLDER
# writes below a folder instead and starts nothing.
#
#   install.sh [console|cage]
set -eu

screen=${1:-console}
case $screen in
console) unit=anketa.service ;;
cage) unit=anketa-cage.service ;;
*)
	echo "usage: install.sh [console|cage]" >&2
	exit 2
	;;
esac
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}
if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
	echo "install.sh changes the system; run it as root." >&2
	exit 1
fi
if ldd "$root/usr/local/bin/anketa" >/dev/null 2>&1; then
	echo "/usr/local/bin/anketa needs the system's loader, which the service may not run; build it with CGO_ENABLED=0." >&2
	exit 1
fi

# put FILE TARGET [MODE]
put() {
	install -D -m "${3:-0644}" "$here/$1" "$root$2"
}

put systemd/anketa.service /etc/systemd/system/anketa.service
put systemd/anketa-cage.service /etc/systemd/system/anketa-cage.service
put systemd/anketa-vtlock.service /etc/systemd/system/anketa-vtlock.service
put systemd/logind.conf /etc/systemd/logind.conf.d/anketa.conf
put systemd/system.conf /etc/systemd/system.conf.d/anketa.conf
put systemd/sysctl.conf /etc/sysctl.d/90-anketa.conf
put systemd/sysusers.conf /etc/sysusers.d/anketa.conf
put systemd/anketa.pam /etc/pam.d/anketa
put foot/kiosk.ini /etc/anketa/foot.ini
put console/kiosk.kmap /etc/anketa/kiosk.kmap
if [ -d "$here/../docs" ]; then
	put ../docs/kiosk-machine.md /usr/local/share/doc/anketa/kiosk-machine.md
fi

# No login on a console, no restart by Ctrl+Alt+Del, nothing by Alt+Up.
for masked in autovt@.service getty@.service ctrl-alt-del.target kbrequest.target; do
	ln -sfn /dev/null "$root/etc/systemd/system/$masked"
done
for wanted in "$unit" anketa-vtlock.service; do
	mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
	ln -sfn "/etc/systemd/system/$wanted" "$root/etc/systemd/system/multi-user.target.wants/$wanted"
done

if [ -z "$root" ]; then
	systemd-sysusers anketa.conf
	systemctl daemon-reload
	echo "Ready. A restart of the machine opens the kiosk on its screen."
fi
