#!/usr/bin/env bash
# Runs Huawei Cloud's Python SDK against the simulator: `npm run clients`.
# Ends with 75 if Python or the packages cannot be had, so that a caller can tell that from a failure.
set -euo pipefail
cd "$(dirname "$0")"

# Outside the tree, so that `npm ci` does not delete it.
venv=${XDG_CACHE_HOME:-$HOME/.cache}/wait-for-dlf-task/clients
if ! cmp -s requirements.txt "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv" && "$venv/bin/pip" install -q --require-hashes -r requirements.txt ||
    { echo "Huawei Cloud's Python SDK cannot be installed here."; exit 75; }
  cp requirements.txt "$venv/"
fi
PYTHON=$venv/bin/python exec node main.mjs
