#!/usr/bin/env bash
# Times whole processes against one another: every program once per round, in turn, so that whatever else the machine does hits all
# alike. DuckDB and ajv run where they are installed: npm install @duckdb/node-api@1.5.6-r.1 ajv@8.20.0 ajv-formats@3.0.1, in bench/.
set -eu

usage() {
  cat <<'TEXT'
Usage: bench/compare.sh FOLDER [ROUNDS [PART...]]

Times recsys-eval, and DuckDB and ajv where bench/ has them, on the logs in FOLDER
(exposures.jsonl, outcomes.jsonl, assignments.jsonl), ROUNDS times (default 5), and
prints medians and their ratios as Markdown tables.

Parts (default all, growth where $LARGE is set):
  report    report with and without assignments, DuckDB
  validate  validate, ajv
  small     the first 100,000 exposures, and ten lines
  gzip      compressed logs, gzip -dc
  floor     cat and sha256sum
  growth    report on FOLDER and on $LARGE, a folder with more logs, by time per record
TEXT
}

wrong() {
  echo "compare.sh: $1" >&2
  usage >&2
  exit 64
}

case ${1:-} in
  -h | --help) usage; exit ;;
  '') wrong 'a folder with logs is missing' ;;
esac
folder=$1 rounds=${2:-5}
case $rounds in
  0 | *[!0-9]*) wrong "ROUNDS takes a number from 1 up, not $rounds" ;;
esac
require() { # FILE...
  local file
  for file in "$@"; do
    [ -r "$file" ] || { echo "compare.sh: $file: no such file" >&2; exit 66; }
  done
}

require "$folder/exposures.jsonl" "$folder/outcomes.jsonl"
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- report validate small gzip floor ${LARGE:+growth}
for part in "$@"; do
  case $part in
    report) require "$folder/assignments.jsonl" ;;
    validate | small | gzip | floor) ;;
    growth)
      [ -n "${LARGE:-}" ] || wrong 'growth needs another folder in $LARGE'
      require "$LARGE/exposures.jsonl" "$LARGE/outcomes.jsonl"
      ;;
    *) wrong "there is no part $part" ;;
  esac
done
here=$(cd "$(dirname "$0")" && pwd)
tool=$here/../bin/recsys-eval
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
results=$scratch/results ratios=$scratch/ratios
: >"$results" >"$ratios"

run() { # NAME COMMAND...: appends "name,wall,CPU user,CPU system,KB"
  local name=$1
  shift
  /usr/bin/time -a -o "$results" -f "$name,%e,%U,%S,%M" "$@" >/dev/null
}

ratio() { # WHAT, NAME / NAME [TIMES]: a ratio of medians of the wall time and of the CPU time, to be printed at the end
  echo "$1,$2,$3,${4:-1}" >>"$ratios"
}

report() { # FOLDER [OPTION...]: the words of a report on a folder
  local logs=$1
  shift
  words=("$tool" report --exposures "$logs/exposures.jsonl" --outcomes "$logs/outcomes.jsonl" --slice tenant_id,surface --format json "$@")
}

part_report() {
  report "$folder"
  run 'report' "${words[@]}"
  report "$folder" --assignments "$folder/assignments.jsonl"
  run 'report --assignments' "${words[@]}"
  if [ -d "$here/node_modules/@duckdb" ]; then
    run 'DuckDB dedupe' node "$here/duckdb.mjs" "$folder" dedupe
    run 'DuckDB plain' node "$here/duckdb.mjs" "$folder" plain
  fi
}

part_validate() {
  run 'validate' "$tool" validate --schema exposure.v1 --input "$folder/exposures.jsonl"
  if [ -d "$here/node_modules/ajv" ]; then
    run 'ajv' node "$here/ajv.mjs" "$here/../schemas/exposure.v1.json" "$folder/exposures.jsonl"
  fi
}

part_small() {
  report "$scratch/small"
  run "report ($small exposures)" "${words[@]}"
  run 'validate (ten lines)' "$tool" validate --schema exposure.v1 --input "$scratch/ten/exposures.jsonl"
  report "$scratch/ten"
  run 'report (ten lines)' "${words[@]}"
  run 'join (ten lines)' "$tool" join --exposures "$scratch/ten/exposures.jsonl" --outcomes "$scratch/ten/outcomes.jsonl"
  run 'offline (ten lines)' "$tool" offline --exposures "$scratch/ten/exposures.jsonl" --outcomes "$scratch/ten/outcomes.jsonl"
}

part_gzip() {
  run 'validate (gzip)' "$tool" validate --schema exposure.v1 --input "$scratch/exposures.jsonl.gz"
  run 'gzip -dc' gzip -dc "$scratch/exposures.jsonl.gz"
  run 'Java inflating alone' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$scratch" Inflate "$scratch/exposures.jsonl.gz"
}

part_floor() {
  run 'cat' cat "$folder/exposures.jsonl"
  run 'sha256sum' sha256sum "$folder/exposures.jsonl"
}

part_growth() {
  report "$folder"
  run 'report (growth)' "${words[@]}"
  report "$LARGE"
  run "report ($times times as much)" "${words[@]}"
}

mkdir "$scratch/small" "$scratch/ten"
for part in "$@"; do
  case $part in
    report) ratio 'report / DuckDB dedupe' 'report' 'DuckDB dedupe'; ratio 'report / DuckDB plain' 'report' 'DuckDB plain' ;;
    validate) ratio 'ajv / validate' 'ajv' 'validate' ;;
    small)
      # The first exposures, and ten lines, with the outcomes of the beginning.
      head -n 100000 "$folder/exposures.jsonl" >"$scratch/small/exposures.jsonl"
      head -n 10000 "$folder/outcomes.jsonl" >"$scratch/small/outcomes.jsonl"
      small=$(($(wc -l <"$scratch/small/exposures.jsonl")))
      head -n 10 "$folder/exposures.jsonl" >"$scratch/ten/exposures.jsonl"
      head -n 10 "$folder/outcomes.jsonl" >"$scratch/ten/outcomes.jsonl"
      ;;
    gzip)
      gzip -c "$folder/exposures.jsonl" >"$scratch/exposures.jsonl.gz"
      javac -d "$scratch" "$here/Inflate.java"
      ratio 'validate (gzip) / gzip -dc' 'validate (gzip)' 'gzip -dc'
      ratio 'validate (gzip) / Java inflating alone' 'validate (gzip)' 'Java inflating alone'
      ;;
    floor) ;;
    growth)
      times=$(awk -v a="$(wc -l <"$LARGE/exposures.jsonl")" -v b="$(wc -l <"$folder/exposures.jsonl")" 'BEGIN {printf "%.2f", a / b}')
      ratio "time per record: $times times as much / once" "report ($times times as much)" 'report (growth)' "$times"
      ;;
  esac
done
"$tool" --version >/dev/null
for ((round = 0; round < rounds; round++)); do
  for part in "$@"; do
    "part_$part"
  done
done

median() { # NAME EXPRESSION
  awk -F, -v name="$1" "\$1 == name {print $2}" "$results" | sort -n | awk '{v[NR] = $1} END {if (NR) printf "%.2f", v[int((NR + 1) / 2)]}'
}
echo '| program | wall s | CPU s | peak MiB |'
echo '|---|---:|---:|---:|'
cut -d, -f1 "$results" | awk '!seen[$0]++' | while read -r name; do
  printf '| %s | %s | %s | %.0f |\n' "$name" "$(median "$name" '$2')" "$(median "$name" '$3 + $4')" "$(median "$name" '$5 / 1024')"
done
echo
echo '| ratio | wall | CPU |'
echo '|---|---:|---:|'
while IFS=, read -r what above below times; do
  awk -v what="$what" -v times="$times" -v a="$(median "$above" '$2')" -v b="$(median "$below" '$2')" -v c="$(median "$above" '$3 + $4')" \
    -v d="$(median "$below" '$3 + $4')" 'BEGIN {if (a && b) printf "| %s | %.2f | %.2f |\n", what, a / b / times, c / d / times}'
done <"$ratios"
