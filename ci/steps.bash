# shellcheck shell=bash
#
# What the scripts beside this file share: named, timed and bounded steps. It is sourced, not run.
#
# A step that fails is told at once and remembered; `finish` prints the table of all steps and the
# one line that sums them up, and sets the exit status.

step_names=()
step_results=()
step_failed_logs=()
step_failures=0
started=$SECONDS

# Where the output of steps is kept while the script runs.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
trap 'stop_running; exit 130' INT TERM

# stop_running: ends the step under way, and through `timeout` all it has started.
stop_running() { jobs -p | xargs -r kill 2> /dev/null || true; }

# say TEXT...: a line of the script's own, to be told from the output of what it runs.
say() { printf '==> %s\n' "$*"; }

# wants_help ARGUMENT...: whether the first argument asks for help.
wants_help() { [[ ${1-} == -h || ${1-} == --help ]]; }

# print_header SCRIPT: the comment at the head of a script is its help.
print_header() { sed -n '2,/^$/{/^#/s/^# \{0,1\}//p}' "$1"; }

# bad_usage TEXT: ends the script as a wrong command line does everywhere in this project.
bad_usage() {
    printf '%s: %s; see --help\n' "${0##*/}" "$1" >&2
    exit 64
}

# step NAME SECONDS COMMAND...: runs the command, at most that long, and shows how long it took.
# Its output is also left in $step_log.
step() {
    local name=$1 limit=$2 status=0 began=$SECONDS
    shift 2
    step_log="$logs/step-${#step_names[@]}"
    say "$name (at most $((limit / 60)) min)"
    # In the background, since bash hears Ctrl-C at once only while it waits.
    timeout --kill-after=10 "$limit" "$@" 2>&1 | tee "$step_log" &
    wait %% || status=$?
    local result="passed"
    if [[ $status -eq 124 ]]; then
        result="FAILED: not done within ${limit} s"
    elif [[ $status -ne 0 ]]; then
        result="FAILED with status $status"
    fi
    [[ $status -eq 0 ]] || step_failed_logs+=("$step_log")
    record "$name" "$result" $((SECONDS - began))
    return "$status"
}

# record NAME RESULT SECONDS: adds a row to the final table and tells it.
record() {
    step_names+=("$1")
    step_results+=("$(printf '%5d s  %s' "$3" "$2")")
    [[ $2 == passed ]] || step_failures=$((step_failures + 1))
    say "$1: $2 ($3 s)"
}

# show_failures: what the steps that failed said, in short; whoever sees only the end of a long
# output, as in a record of CI, learns the reason there.
show_failures() {
    local log index
    for log in "${step_failed_logs[@]}"; do
        printf '\n==> the end of what failed\n'
        grep -E '✘|error:|FAILED|verdict: failed|not deterministic|replay: ' "$log" | tail -n 20 || true
        printf '    ...\n'
        tail -n 15 "$log"
    done
    printf '\n'
    for index in "${!step_names[@]}"; do
        [[ ${step_results[$index]} == *passed ]] ||
            printf '  %-44s %s\n' "${step_names[$index]}" "${step_results[$index]}"
    done
}

# finish: the table of all steps, the failures, the summary line, and the end of the script.
finish() {
    local index verdict="passed" status=0
    if [[ $step_failures -gt 0 ]]; then
        verdict="FAILED"
        status=1
    fi
    printf '\n'
    for index in "${!step_names[@]}"; do
        printf '  %-44s %s\n' "${step_names[$index]}" "${step_results[$index]}"
    done
    [[ $status -eq 0 ]] || show_failures
    printf '\n%s: %s  steps %d  failed %d  wall %d s\n' \
        "${0##*/}" "$verdict" "${#step_names[@]}" "$step_failures" $((SECONDS - started))
    exit "$status"
}

# build_release PRODUCT: sets $program to the path of the product, built for release. Swift's own
# libraries are linked into it: it starts in a third of the time, and runs where there is no Swift.
build_release() {
    local product=$1
    step "release build of $product" 1800 swift build -c release \
        --static-swift-stdlib --product "$product" || finish
    # Used by the scripts that source this file.
    # shellcheck disable=SC2034
    program="$(swift build -c release --show-bin-path)/$product"
}

# scenario_files: every scenario, one path a line, sorted. Inventories and templates are none.
scenario_files() {
    find Scenarios -name '*.yaml' -not -path 'Scenarios/inventories/*' \
        -not -path 'Scenarios/templates/*' | LC_ALL=C sort
}
