import { defineConfig } from "vitest/config";

// One file without imports: it is written into each page between <script> and </script>.
export default defineConfig({
  build: {
    lib: { entry: "src/main.ts", formats: ["iife"], name: "fabulaPage", fileName: () => "page.js" },
    outDir: "../src/fabula/page/assets",
    emptyOutDir: false, // the style sheets beside it are written by hand
    target: "es2022",
    minify: true,
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.ts"] },
});
