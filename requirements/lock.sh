#!/bin/sh
# Compiles the locked lists: hashes for every file, wheels only, no index address written.
set -eu
compile() { uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --only-binary :all: "$@"; }
compile --python-version 3.11 --output-file run.txt run.in
compile --python-version 3.11 --output-file scale.txt scale.in
compile --python-version 3.11 --output-file test.txt test.in
# The English model declares Python >= 3.12 without need.
compile --python-version 3.12 --no-deps --output-file models.txt models.in
