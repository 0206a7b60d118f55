// Writes a file of corrections as the page does. Reads [{"anchor", "speaker"}, …] from standard input.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const built = await build({
  configFile: false,
  logLevel: "silent",
  build: {
    write: false,
    lib: { entry: fileURLToPath(new URL("../src/corrections.ts", import.meta.url)), formats: ["es"] },
  },
});
const [code] = built[0].output;
const { file } = await import(`data:text/javascript,${encodeURIComponent(code.code)}`);
process.stdout.write(file(JSON.parse(readFileSync(0, "utf8"))));
