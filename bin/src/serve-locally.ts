import { stateFolder } from "./repository.ts";
import { requireDiskSpace } from "./stack/disk-space.ts";
import { type LocalInstance, startLocalInstance } from "./stack/local-instance.ts";
import { requirePort } from "./stack/ports.ts";
import { settleFormerRun } from "./stack/run-file.ts";
import { explainFailure } from "./stack/supervise.ts";
import { buildWeb } from "./web-build.ts";

export interface ServeOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  readonly watch: boolean;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Starts everything, says where it is, and stays until Ctrl-C. Returns the exit code. */
export async function serveLocally(options: ServeOptions): Promise<number> {
  const stopping = stopSignal();
  try {
    const former = await settleFormerRun(stateFolder);
    if (former.kind === "running") {
      say(
        `Heed runs already: ${former.file.url} (process ${former.file.owner.pid}). For a sign-in link: npm run -s heed -- sign-in-link`,
      );
      return 0;
    }
    if (former.kind === "cleaned")
      say("The last run did not end cleanly; what it left behind is stopped. Nothing is lost.");
    return await serve(options, stopping);
  } catch (error) {
    process.stderr.write(`\n${explainFailure(error instanceof Error ? error.message : String(error))}\n`);
    return 1;
  }
}

async function serve({ env, port, watch }: ServeOptions, stopping: Promise<void>): Promise<number> {
  await requirePort(port);
  await requireDiskSpace(stateFolder);
  say("Starting Heed (demo: Amazon and mail are sandboxes on this machine)");
  const started = performance.now();
  const build = watch ? undefined : buildOrThrow(env);
  // Whoever waits for it first reports its failure.
  build?.catch(() => undefined);
  const instance = await startLocalInstance({
    folder: stateFolder,
    inherited: env,
    port,
    watch,
    fsync: true,
    ...(build === undefined ? {} : { beforeWeb: build }),
    say,
  });
  welcome(instance, (performance.now() - started) / 1000);
  await stopping;
  await instance.stop();
  say("Stopped. Everything is kept in .heed; npm start goes on from here.");
  return 0;
}

async function buildOrThrow(env: NodeJS.ProcessEnv): Promise<void> {
  const { ok, output } = await buildWeb(env);
  if (!ok) throw new Error(`The web app could not be built:\n${output}`);
}

function welcome({ url, signInLinks }: LocalInstance, seconds: number): void {
  const [first] = signInLinks;
  say(`\nHeed is ready after ${seconds.toFixed(0)} s: ${url}`);
  if (first !== undefined) {
    say(`Sign in as ${first.email} (this link works once, for 15 minutes):\n  ${first.url}`);
    say("Another link: npm run -s heed -- sign-in-link");
  }
  say("Stop with Ctrl-C.");
}

/** Ctrl-C stops cleanly, once everything that is starting has started; more of them do not cut that short. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let heard = false;
    const hear = () => {
      if (!heard) say("\nStopping…");
      heard = true;
      resolve();
    };
    process.on("SIGINT", hear);
    process.on("SIGTERM", hear);
  });
}
