#!/usr/bin/env bash
# Publishes the portal as it runs in production:    scripts/publish.sh FOLDER [RUNTIME]
# RUNTIME (linux-x64, linux-arm64) compiles ahead of time for that machine (ReadyToRun): the first pages come sooner.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder="${1:?usage: scripts/publish.sh FOLDER [RUNTIME]}"
runtime="${2:-}"
options=(-c Release -o "$folder" --nologo -v quiet -p:RunAnalyzers=false)
if [[ -n "$runtime" ]]; then
    options+=(-r "$runtime")
    # The lock files of the repository hold linux-x64; another target gets one of its own.
    [[ "$runtime" == linux-x64 ]] || options+=(-p:NuGetLockFilePath="obj/$runtime.lock.json")
fi
dotnet publish src/Petitions.Web "${options[@]}"
