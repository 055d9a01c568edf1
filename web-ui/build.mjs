// Called by Maven: `node build.mjs build` makes ../target/web-ui out of this folder, only when something changed;
// `node build.mjs test [skip]` runs the page's own tests. Node's own modules only, since it runs before `npm ci`.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const openapi = join(here, "../src/main/resources/openapi.yaml");
const out = join(here, "../target/web-ui");
const mark = join(here, "../target/web-ui.hash");
const installed = join(here, "node_modules/.ringdown-lock");
const NOT_INPUT = new Set(["node_modules", "dist", "test-results", "playwright-report", "e2e", "dev", "README.md", "schema.d.ts"]);

function files(folder) {
  return readdirSync(folder)
    .filter((name) => !NOT_INPUT.has(name))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths) sum.update(relative(here, path)).update("\0").update(readFileSync(path)).update("\0");
  return sum.digest("hex");
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

function run(command, ...args) {
  const shown = `${command} ${args.join(" ")}`;
  const done = spawnSync(command, args, {
    cwd: here,
    encoding: "utf8",
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", CI: "1" },
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}\npage: ${shown} failed${done.error ? `: ${done.error.message}` : ""}\n`);
  process.exit(1);
}

function install() {
  const wanted = hash([join(here, "package-lock.json")]);
  if (read(installed) === wanted) return;
  run("npm", "ci");
  writeFileSync(installed, wanted);
}

function build() {
  const inputs = hash([...files(here), openapi]);
  if (read(mark) === inputs && existsSync(join(out, "index.html"))) return;
  install();
  run("npm", "run", "build");
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, inputs);
}

const [task, skip] = process.argv.slice(2);
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`page: Node 20.19 or newer is needed, this is ${process.version}\n`);
  process.exit(1);
}
if (task === "build") build();
else if (task === "test" && skip !== "true") {
  install();
  run("npm", "test");
}
