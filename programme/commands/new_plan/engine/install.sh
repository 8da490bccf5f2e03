#!/bin/sh
# Cài bộ máy vào .venv của Kế hoạch này, từ hai tệp đặt cạnh tệp này: một tệp .whl và site.txt.
# Lấy hai tệp ấy ở kho mã của bộ máy: make wheel tạo dist/*.whl; site.txt là requirements/site.txt.
set -eu
cd "$(dirname "$0")"
set -- *.whl
if [ $# -ne 1 ] || [ ! -f "$1" ] || [ ! -f site.txt ]; then
	echo "Trong engine/ cần đúng một tệp .whl và tệp site.txt; xem engine/README.md." >&2
	exit 1
fi
${PYTHON:-python3} -m venv ../.venv
../.venv/bin/python -m pip install --quiet --require-hashes --requirement site.txt
../.venv/bin/python -m pip install --quiet --no-deps --force-reinstall "./$1"
echo "PROGRAMME := .venv/bin/programme" > ../engine.mk
