import { connectTransport, createProcess } from './process.ts'
import { messages, messagesFor } from './core/report/messages.ts'
import { redactedPoll } from './core/task/redact-answer.ts'
import { createCommitStatus } from './github/status/commit-status.ts'
import { createProgressLog } from './github/log/progress-log.ts'
import { publish } from './github/publish.ts'
import { readRunContext } from './github/run-context.ts'
import { createRunner } from './github/runner.ts'
import { createStatusApi } from './github/status/status-api.ts'
import { createServiceCall } from './huaweicloud/service/service-call.ts'
import { createSystemTaskClient } from './huaweicloud/system-task-client.ts'
import { languageOf, readInputs } from './inputs/wait.ts'
import { closeCommitStatus } from './post.ts'
import { run } from './wait.ts'

// Whatever ends this process early, it ends red: only a proven success reaches the last line.
process.exitCode = 1

const SERVICE_LANGUAGES = { en: 'en_us', zh: 'zh_cn' } as const

const runner = createRunner(process.env)
// Each launcher names its use case (import/index.mjs, scripts/post-launcher.mjs); the runner itself passes no argument.
const useCase = process.argv[2]

process.on('uncaughtException', (cause: unknown) => {
  runner.error(`This action has a fault of its own: ${String(cause)}`, 'Internal error')
  process.exit(1)
})

const ports = createProcess(process, runner)
const { readVariable, readEvent, clock, random, cancelled, transport } = ports
const statusPorts = {
  createStatus: createStatusApi(() => import('@actions/github'), connectTransport().send),
  clock,
  cancelled,
  redact: ports.redact,
  runner,
  messages,
  readContext: () => readRunContext(readVariable, readEvent),
}

async function act(): Promise<boolean> {
  if (useCase === 'import') {
    const { importJobs } = await import('./import.ts')
    return importJobs(ports)
  }
  if (useCase === 'post') return closeCommitStatus(statusPorts)
  const progress = createProgressLog(messages, runner)
  const commitStatus = createCommitStatus(statusPorts)
  return run({
    readInputs: () => readInputs({ readInput: runner.readInput, readVariable }),
    async connect(inputs) {
      const credential = await ports.signIn(inputs.credential, inputs.timeoutMs)
      if (credential === undefined) return undefined
      const call = createServiceCall({ ...ports, send: transport.send, credential })
      const language = SERVICE_LANGUAGES[inputs.language]
      const poll = redactedPoll(createSystemTaskClient({ ...inputs, language }, call), ports.redact)
      return { poll, awaitCredential: credential.ready }
    },
    clock,
    random,
    wallClock: Date.now,
    cancelled,
    ...progress,
    announce: (inputs) => commitStatus.open(inputs.commitStatus, inputs.taskIds.length),
    async publish(report) {
      await publish(report, messagesFor(languageOf(runner.readInput('language'))), runner)
      await commitStatus.close(report)
    },
  })
}

const succeeded = await act()
transport.dispose()
// A socket that a server or a proxy keeps open must not keep the step running; the log must be out before the end.
process.stdout.write('', () => {
  process.exit(succeeded ? 0 : 1)
})
