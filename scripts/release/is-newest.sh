#!/usr/bin/env bash
# Says whether a version is the newest of all tags, or of those of one major: `scripts/release/is-newest.sh v1.2.3 [v1]`.
# Prints `true` or `false`. Needs a clone whose remote `origin` has the tags.
set -euo pipefail
tag=$1
major=${2:-v[0-9]*}

newest=$(git ls-remote --tags --refs origin "refs/tags/$major.*" | sed 's#.*refs/tags/##' |
  grep -E '^v[0-9]+\.[0-9]+\.[0-9]+$' | sort --version-sort | tail -n 1)
if [ "$newest" = "$tag" ]; then echo true; else echo false; fi
