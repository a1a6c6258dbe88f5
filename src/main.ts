import { createRunner } from './github/runner.ts'
import { closeCommitStatus } from './post.ts'
import { createProcess } from './process.ts'
import { waitForSystemTasks } from './wait.ts'

// The step fails unless a success is proven: the process may end early.
process.exitCode = 1

// Outputs and summary are written even if nobody reads the log any more (EPIPE).
process.stdout.on('error', () => undefined)

const runner = createRunner(process.env)
// A launcher names its use case (import/index.mjs, scripts/post-launcher.mjs); the runner passes no argument.
const useCase = process.argv[2]

process.on('uncaughtException', (cause: unknown) => {
  // The post step never fails the job, so it shows no error either.
  const annotate = useCase === 'post' ? runner.warning : runner.error
  annotate(`Internal error: ${String(cause)}. Please report it.`, 'Internal error')
  process.exit(1)
})

const context = createProcess(process, runner)

async function carryOut(): Promise<boolean> {
  if (useCase === 'post') return closeCommitStatus(context)
  if (useCase !== 'import') return waitForSystemTasks(context)
  const { importJobs } = await import('./import.ts')
  return importJobs(context)
}

const succeeded = await carryOut()
context.dispose()
// A server or proxy may keep a socket open, so the process ends explicitly, once the log is written.
process.stdout.write('', () => {
  process.exit(succeeded ? 0 : 1)
})
