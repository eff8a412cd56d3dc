#!/usr/bin/env bash
# Measures the kernels one by one with JMH, under the JVM options of the launcher that matter (quick compiler, serial collector).
set -eu
case ${1:-} in
  -h | --help)
    cat <<'TEXT'
Usage: bench/kernels.sh [JMH ARGUMENT]...

Builds the benchmarks of bench/, runs them and prints a Markdown table. Arguments go
to JMH: a pattern of names, and options such as -wi 2 -i 4 -f 1.
TEXT
    exit
    ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
"$here/../bin/recsys-eval" --version >&2
mvn -q -B -f "$here/pom.xml" package >&2
results=$(mktemp)
trap 'rm -f "$results"' EXIT
cd "$here/.."
java -cp "target/recsys-eval.jar:bench/target/kernels.jar" org.openjdk.jmh.Main -jvmArgs "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g" \
  -rf csv -rff "$results" "$@" >&2

echo '| kernel | score | error (99.9 %) | unit |'
echo '|---|---:|---:|---|'
awk -F, 'NR > 1 {gsub(/"/, ""); sub(/^.*\.kernel\./, "", $1); n = split($1, name, "."); printf "| %s.%s%s | %.3g | %.2g | %s |\n", name[n - 1], name[n], ($8 == "" ? "" : " " $8), $5, $6, $7}' "$results"
