#!/bin/sh
# The tests need a real Chromium and Firefox, real web servers, readers of PDF and QR codes, a text browser, another clock:
# the system's, else Debian's packages.
set -eu
wanted=""
found=""
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then found=yes; fi
done
[ -n "$found" ] || wanted="chromium"
found_firefox=""
for name in firefox-esr firefox; do
  if command -v "$name" >/dev/null 2>&1; then found_firefox=yes; fi
done
[ -n "$found_firefox" ] || wanted="$wanted firefox-esr"
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || wanted="$wanted nginx-light"
command -v faketime >/dev/null 2>&1 || wanted="$wanted faketime"
command -v caddy >/dev/null 2>&1 || wanted="$wanted caddy"
command -v openssl >/dev/null 2>&1 || wanted="$wanted openssl"
command -v pdftotext >/dev/null 2>&1 || wanted="$wanted poppler-utils"
command -v lynx >/dev/null 2>&1 || wanted="$wanted lynx"
command -v zbarimg >/dev/null 2>&1 || wanted="$wanted zbar-tools"
[ -n "$wanted" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Install $wanted, then run again: the tests need it." >&2
  exit 1
fi
sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $wanted >/dev/null
