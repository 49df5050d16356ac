// wasm.mjs MODULE < ARTICLE: gives an article to wasm.cpp byte by byte and prints the outline.
import { readFileSync, writeSync } from "node:fs";

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const { take, finish, printed, printed_size, memory } = new WebAssembly.Instance(module, {}).exports;
const show = () => writeSync(1, new Uint8Array(memory.buffer, printed(), printed_size()));

for (const one of readFileSync(0)) {
    if (one === 4) break;
    take(one);
    show();
}
const good = finish();
show();
process.exit(good ? 0 : 1);
