import type { Process } from './process.ts'
import { formatDuration } from './core/text/duration.ts'
import { mapTexts } from './core/task/remote-texts.ts'
import { untilSettled } from './core/wait/retry.ts'
import type { AccessKey } from './huaweicloud/credential/signer.ts'
import type { Credential } from './huaweicloud/credential/credentials.ts'
import { type ObsObject, readUploadAnswer, type UploadAnswer, uploadRequest } from './huaweicloud/obs.ts'
import { uploadFault } from './import-advice.ts'

// 10 MB at one megabit a second take 80 s.
const ATTEMPT_LIMIT_MS = 120_000

/** The parts of the process that an upload needs. */
type UploadProcess = Pick<
  Process,
  'runner' | 'connect' | 'clock' | 'serviceClock' | 'random' | 'cancelled' | 'redact'
>

/**
 * Uploads an object to OBS. A transient fault is followed by another attempt, for two minutes at most: the bytes are the
 * same. Returns undefined if the run is cancelled first.
 */
export async function upload(
  object: ObsObject,
  bytes: Uint8Array,
  credential: Credential,
  process: UploadProcess,
): Promise<UploadAnswer | undefined> {
  const { runner, clock, serviceClock, cancelled, redact } = process
  const send = process.connect()
  const startMs = clock.now()
  runner.info(`Uploading to obs://${object.bucket}/${object.key} at ${object.endpoint}.`)

  async function put(key: AccessKey): Promise<UploadAnswer> {
    const request = uploadRequest(object, bytes, { key, nowMs: serviceClock.now() })
    const result = await send(request, cancelled, ATTEMPT_LIMIT_MS)
    return mapTexts(readUploadAnswer(result, bytes), redact)
  }

  async function attempt(): Promise<UploadAnswer> {
    const key = await credential.accessKey()
    if (key === undefined) return noKey(credential)
    const first = await put(key)
    if (first.kind !== 'skewed' || first.serverTimeMs === undefined) return first
    serviceClock.learn(first.serverTimeMs)
    return put(key)
  }

  const last = await untilSettled(
    attempt,
    (answer) => (answer.kind === 'passing' ? answer.fault : undefined),
    {
      ...process,
      onPause(answer, pauseMs) {
        if (answer.kind === 'stored') return
        runner.info(`Not uploaded: ${uploadFault(answer.fault)}. Next attempt in ${formatDuration(pauseMs)}.`)
      },
    },
  )
  if (last?.kind === 'stored') runner.info(`Uploaded in ${formatDuration(clock.now() - startMs)}.`)
  return last
}

// Signing in may have failed meanwhile.
function noKey(credential: Credential): UploadAnswer {
  const { kind, fault } = credential.problem() ?? { kind: 'final', fault: { reason: 'unauthorized' } }
  return { kind: kind === 'passing' ? 'passing' : 'refused', fault }
}
