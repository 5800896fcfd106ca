// CPU seconds a token of a small local model: `node small_model.mjs MODEL.gguf PROMPT.json`, in a folder with node-llama-cpp@3.21.1.
// PROMPT.json has `rules` and `message`. One thread, and its CPU time, so that a busy machine gives the same figures.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const found = createRequire(`${process.cwd()}/`).resolve("node-llama-cpp");
const { getLlama } = await import(pathToFileURL(found));
const llama = await getLlama({ gpu: false, build: "never", maxThreads: 1, logLevel: "error" });
const model = await llama.loadModel({ modelPath: process.argv[2] });
const sequence = (await model.createContext({ contextSize: 4096, threads: 1 })).getSequence();
const { rules, message } = JSON.parse(readFileSync(process.argv[3]));
const seconds = () => ((used) => (used.user + used.system) / 1e6)(process.cpuUsage());
async function timed(what, tokens, work) {
  const began = seconds();
  await work();
  const taken = seconds() - began;
  console.log(JSON.stringify({ what, tokens, cpu_s: +taken.toFixed(2), ms_a_token: +((1000 * taken) / tokens).toFixed(1) }));
}
const [prefix, rest] = [rules, message].map((text) => model.tokenize(text));
await timed("rules, not cached", prefix.length, () => sequence.evaluateWithoutGeneratingNewTokens(prefix));
await timed("message, rules cached", rest.length, () => sequence.evaluateWithoutGeneratingNewTokens(rest));
await timed("written", 40, async () => {
  let left = 40;
  for await (const _ of sequence.evaluate(model.tokenize("{"), { temperature: 0, yieldEogToken: true })) if (!--left) break;
});
process.exit(0);
