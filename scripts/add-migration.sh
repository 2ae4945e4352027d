#!/usr/bin/env bash
# Adds a migration to BOTH engines:        scripts/add-migration.sh NAME
# Before the first release, rewrites the one Initial of each engine instead: scripts/add-migration.sh --initial
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: scripts/add-migration.sh NAME | --initial}
dotnet tool restore >/dev/null
# The analyzers have their say in the ordinary build; here they would only take minutes.
build() { dotnet build "$project" -p:RunAnalyzers=false -v q -nologo -clp:ErrorsOnly; }
for engine in Sqlite Postgres; do
  project=src/Petitions.Data.$engine
  if [ "$name" = --initial ]; then
    rm -f "$project"/Migrations/*_Initial.cs "$project"/Migrations/*_Initial.Designer.cs "$project"/Migrations/PetitionsDbContextModelSnapshot.cs
    build
    dotnet ef migrations add Initial --no-build --project "$project" --startup-project "$project" --context PetitionsDbContext --output-dir Migrations >/dev/null
    # A fixed id keeps it in front of the hand-written AppendOnly migration.
    for file in "$project"/Migrations/2*_Initial*.cs; do
      stamp=$(basename "$file" | cut -d_ -f1)
      sed -i "s/${stamp}_Initial/20260101000000_Initial/" "$file"
      target="$project/Migrations/20260101000000_${file##*_}"
      [ "$file" = "$target" ] || mv "$file" "$target"
    done
  else
    build
    dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" --context PetitionsDbContext --output-dir Migrations
  fi
done
echo "Review the generated files in src/Petitions.Data.{Sqlite,Postgres}/Migrations line by line."
