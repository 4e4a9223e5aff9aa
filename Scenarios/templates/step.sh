#!/bin/sh
echo "step 1 on $(hostname)"
exit ${exit_code:-0}
