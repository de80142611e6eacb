#!/usr/bin/env bash
# After a change of an entity: makes the next migration (eng/model.sh NAME) and the compiled model anew. Without a name: the compiled model alone.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
project=src/ValetKey.Server
dotnet build "$project" --nologo -v q
if [ $# -gt 0 ]; then
    dotnet ef migrations add "$1" --project "$project" --startup-project "$project" --output-dir Storage/Sqlite/Migrations --no-build
    latest=$(basename "$(ls "$project"/Storage/Sqlite/Migrations/*.Designer.cs | tail -1)" .Designer.cs)
    sed -i "s/Latest = \".*\"/Latest = \"$latest\"/" "$project/Storage/Schema.cs"
    dotnet build "$project" --nologo -v q
    dotnet ef migrations script --project "$project" --startup-project "$project" --no-transactions --no-build --output "$project/Storage/Sqlite/schema.sql"
    sed -i "1s/^\xEF\xBB\xBF//" "$project/Storage/Sqlite/schema.sql"
fi
rm -rf "$project/Storage/Compiled"
# With accessors that the compiler made: without them EF makes hundreds at the first start. Entities are internal, so are their accessors.
dotnet ef dbcontext optimize --nativeaot --project "$project" --startup-project "$project" --output-dir Storage/Compiled --namespace ValetKey.Server.Storage.Compiled
sed -i 's/^    public static class/    internal static class/' "$project"/Storage/Compiled/*UnsafeAccessors.cs
