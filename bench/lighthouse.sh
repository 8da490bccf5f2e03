#!/bin/sh
# Lighthouse on every kind of page of the built site (make site first); lighthouse comes from npm into .cache/.
set -eu
cd "$(dirname "$0")/.."
port=8765
python3 -m http.server --directory site --bind 127.0.0.1 $port >/dev/null 2>&1 &
server=$!
trap 'kill $server' EXIT
mkdir -p .cache
for page in $(PATH="$PWD/.venv/bin:$PATH" python3 bench/plan_at_hand.py); do
  CHROME_PATH=${CHROME_PATH:-$(command -v chromium)} npx --yes --prefix .cache lighthouse \
    "http://127.0.0.1:$port/$page.html" --quiet --output=json --output-path=.cache/lighthouse.json \
    --chrome-flags="--headless=new --no-sandbox --disable-gpu" >/dev/null 2>&1
  python3 -c "import json; found = json.load(open('.cache/lighthouse.json'))['categories']
print('$page', *(round(100 * one['score']) for one in found.values()))"
done
