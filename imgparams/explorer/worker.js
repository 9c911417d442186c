// The library in a worker: starts Python from what the page carries, then answers wishes, some targets at a time.
// A newer wish stops an older one. Nothing is fetched: the runtime's own two requests are answered from the page.
"use strict";

const AT_A_TIME = 40;
const HOME = "https://runtime.invalid/"; // where the runtime takes itself to be; nothing is asked of it

// A page from a file may start a classic worker only, and Pyodide takes module workers only: it tells them by this.
self.importScripts = undefined;

let answers = null; // imgparams.explorer.answers
let latest = 0; // the number of the newest wish
let waiting = []; // what was asked before Python was there

const post = (kind, more) => postMessage({ kind, ...more });
const pause = () => new Promise((resolve) => setTimeout(resolve));

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function module(bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function start({ parts, lock, tables }) {
  post("stage", { text: "Unpacking Python…", done: 0.1 });
  const all = Object.entries(parts).map(async ([name, text]) => [name, await unpacked(text)]);
  const files = Object.fromEntries(await Promise.all(all));
  post("stage", { text: "Starting Python…", done: 0.3 });
  const types = { "pyodide.asm.wasm": "application/wasm", "python_stdlib.zip": "application/zip" };
  self.fetch = async (request) => {
    const name = String(request.url ?? request).slice(HOME.length);
    return name in types ? new Response(files[name], { headers: { "Content-Type": types[name] } }) : Response.error();
  };
  const { loadPyodide } = await module(files["pyodide.mjs"]);
  const { default: createPyodideModule } = await module(files["pyodide.asm.mjs"]);
  const settings = { indexURL: HOME, packageBaseUrl: HOME, lockFileContents: JSON.parse(lock), createPyodideModule };
  const python = await loadPyodide(settings);
  post("stage", { text: "Loading the library…", done: 0.8 });
  await pause();
  python.unpackArchive(files["library.zip"], "zip", { extractDir: "/library" });
  python.runPython("import sys; sys.path.insert(0, '/library')");
  answers = python.pyimport("imgparams.explorer.answers");
  if (tables) answers.use(tables);
  post("ready");
}

async function ask({ run, wish, names }) {
  const read = JSON.parse(answers.read(wish));
  post("read", { run, ...read });
  if (read.problems.length) return;
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    await pause(); // a newer wish comes in here
    if (run !== latest) return;
    const rows = JSON.parse(answers.answer(wish, JSON.stringify(names.slice(at, at + AT_A_TIME))));
    post("rows", { run, rows, done: Math.min(at + AT_A_TIME, names.length), all: names.length });
  }
}

const DOES = {
  ask,
  open({ run, wish, name }) {
    if (JSON.parse(answers.read(wish)).problems.length) return; // told by its run
    post("opened", { run, detail: JSON.parse(answers.opened(wish, name)) });
  },
};

async function answered(message) {
  try {
    await DOES[message.kind](message);
  } catch (error) {
    post("failed", { run: message.run, text: String(error.message ?? error) });
  }
}

self.onmessage = async ({ data }) => {
  if (data.kind === "start") {
    try {
      await start(data);
      for (const message of waiting.splice(0)) if (message.kind !== "ask" || message.run === latest) answered(message);
    } catch (error) {
      post("broken", { text: String(error.message ?? error) });
    }
    return;
  }
  if (data.kind === "ask" || data.kind === "stop") latest = data.run;
  if (data.kind === "stop") return; // the page has the answer of this wish
  if (answers) answered(data);
  else waiting.push(data);
};
