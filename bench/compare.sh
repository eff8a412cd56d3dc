#!/usr/bin/env bash
# Times whole processes against one another on the logs in a folder (exposures.jsonl, outcomes.jsonl, assignments.jsonl): every
# program once per round, in turn, so that whatever else the machine does hits all alike. Prints medians as a Markdown table.
#   bench/compare.sh FOLDER [ROUNDS]
# DuckDB and ajv run where they are installed: npm install @duckdb/node-api@1.5.6-r.1 ajv@8.20.0 ajv-formats@3.0.1, in bench/.
set -eu
folder=${1:?usage: bench/compare.sh FOLDER [ROUNDS]} rounds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
results=$(mktemp)
trap 'rm -f "$results"' EXIT

run() { # NAME COMMAND...: appends "name, wall, CPU, KB"
  local name=$1
  shift
  /usr/bin/time -a -o "$results" -f "$name,%e,%U,%S,%M" "$@" >/dev/null
}

logs=(--exposures "$folder/exposures.jsonl" --outcomes "$folder/outcomes.jsonl" --slice tenant_id,surface)
"$here/../bin/recsys-eval" report "${logs[@]}" >/dev/null
for ((round = 0; round < rounds; round++)); do
  run 'report' "$here/../bin/recsys-eval" report "${logs[@]}"
  run 'report --assignments' "$here/../bin/recsys-eval" report "${logs[@]}" --assignments "$folder/assignments.jsonl"
  if [ -d "$here/node_modules/@duckdb" ]; then
    run 'DuckDB dedupe' node "$here/duckdb.mjs" "$folder" dedupe
    run 'DuckDB plain' node "$here/duckdb.mjs" "$folder" plain
  fi
  if [ -d "$here/node_modules/ajv" ]; then
    run 'ajv' node "$here/ajv.mjs" "$here/../schemas/exposure.v1.json" "$folder/exposures.jsonl"
  fi
  run 'cat' cat "$folder/exposures.jsonl"
  run 'sha256sum' sha256sum "$folder/exposures.jsonl"
done

echo '| program | wall s | CPU s | peak MiB |'
echo '|---|---|---|---|'
cut -d, -f1 "$results" | awk '!seen[$0]++' | while read -r name; do
  median() { awk -F, -v name="$name" "\$1 == name {print $1}" "$results" | sort -n | awk '{v[NR] = $1} END {printf "%.2f", v[int((NR + 1) / 2)]}'; }
  printf '| %s | %s | %s | %.0f |\n' "$name" "$(median '$2')" "$(median '$3 + $4')" "$(median '$5 / 1024')"
done
