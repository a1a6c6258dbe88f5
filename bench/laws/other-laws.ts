import type { Law } from './law.ts'
import type { Random } from '../random.ts'

const S = 1000

function fixed(name: string, intervalMs: number, more: Partial<Law> = {}): Law {
  const words = `${String(intervalMs / S)} s`
  return { name, words, firstWaitMs: 0, pauseMs: () => intervalMs, ...more }
}

// The smithy waiter: random between the shortest pause and one that doubles; from the ceiling on the longest pause, without jitter.
function smithy(attempt: number, random: Random, [minMs, maxMs]: readonly [number, number]): number {
  const ceiling = Math.log2(maxMs / minMs) + 1
  return attempt > ceiling ? maxMs : minMs + random() * (minMs * 2 ** (attempt - 1) - minMs)
}

/**
 * The polling laws of other systems, each from its source code. Systems with the same law share a row. Their timeouts are
 * left out: most are shorter than the longest tasks here, and a wait that gives up has no delay to compare.
 */
export const otherLaws: readonly Law[] = [
  // huaweicloud/terraform-provider-huaweicloud, resource_huaweicloud_dataarts_factory_job_import.go.
  fixed('Huawei Terraform', 10 * S, {
    words: '5 s, then 10 s (job import; timeout 5 min)',
    firstWaitMs: 5 * S,
  }),
  // `hcloud ... --cli-waiter`; Codex-/await-remote-run, databricks/run-notebook, google-github-actions/deploy-cloud-functions.
  fixed('KooCLI and others', 5 * S, {
    words: '5 s (KooCLI --cli-waiter; await-remote-run, databricks run-notebook, gcf deploy)',
  }),
  // OctopusDeploy/await-task-action over @octopusdeploy/api-client: sleeps once more after the last status.
  fixed('Octopus await-task', 10 * S, {
    words: '10 s, and 10 s more after the end',
    after: { ms: 10 * S, requests: 0 },
  }),
  // aws-actions/aws-codebuild-run-build: after the end half a pause and one more request, for the last lines of the log.
  fixed('aws codebuild', 30 * S, {
    words: '30 s, and 15 s more after the end',
    after: { ms: 15 * S, requests: 1 },
  }),
  // aws-actions/amazon-ecs-deploy-task-definition over the smithy waiter, 15 to 120 s.
  {
    name: 'aws ecs-deploy',
    words: 'attempt n: U(15, 15 * 2^(n-1)) s up to n = 4, then 120 s',
    firstWaitMs: 0,
    pauseMs: (attempt, random) => smithy(attempt, random, [15 * S, 120 * S]),
  },
  // aws-actions/aws-cloudformation-github-deploy, lewagon/wait-on-check-action, fountainhead/action-wait-for-check.
  fixed('cloudformation and others', 10 * S, {
    words: '10 s (aws cloudformation-deploy; lewagon, fountainhead)',
  }),
  // int128/wait-for-workflows-action: initial-delay-seconds, period-seconds.
  fixed('int128 wait-for-workflows', 15 * S, { words: '10 s, then 15 s', firstWaitMs: 10 * S }),
  // hashicorp/tfc-workflows-tooling: sethvargo/go-retry, Fibonacci from 2 s, capped at 7 s.
  {
    name: 'tfc-workflows',
    words: '2, 4, 6, then 7 s',
    firstWaitMs: 0,
    pauseMs: (attempt) => Math.min(2 * attempt, 7) * S,
  },
  // databricks-sdk-py: the attempt's number in seconds, at most 10, and up to one second of jitter.
  {
    name: 'databricks SDK',
    words: 'min(10, attempt) + U(0, 1) s',
    firstWaitMs: 0,
    pauseMs: (attempt, random) => (Math.min(10, attempt) + random()) * S,
  },
  // hashicorp/terraform-plugin-sdk, helper/retry/state.go.
  {
    name: 'Terraform StateChangeConf',
    words: '0.2, 0.4, 0.8 ... 10 s',
    firstWaitMs: 0,
    pauseMs: (attempt) => Math.min(10, 0.1 * 2 ** attempt) * S,
  },
  // Azure/azure-sdk-for-js, core-lro: POLL_INTERVAL_IN_MS, if the service sends no Retry-After.
  fixed('@azure/core-lro', 2 * S),
  // googleapis/gax-nodejs: initialRetryDelayMillis 100, retryDelayMultiplier 1.3, maxRetryDelayMillis 60000.
  {
    name: 'google-gax LRO',
    words: '0.1 s * 1.3^n, at most 60 s',
    firstWaitMs: 0,
    pauseMs: (attempt) => Math.min(60, 0.1 * 1.3 ** (attempt - 1)) * S,
  },
  // apache/airflow, BaseSensorOperator: poke_interval.
  fixed('Airflow sensor', 60 * S),
  // kubernetes/apimachinery, wait.Backoff as it is typically set: Duration 1 s, Factor 2, Jitter 0.1, Cap 60 s.
  {
    name: 'Kubernetes wait.Backoff',
    words: '1 s * 2^n, up to 10 % more, at most 60 s',
    firstWaitMs: 0,
    pauseMs: (attempt, random) => Math.min(60, 2 ** (attempt - 1)) * (1 + 0.1 * random()) * S,
  },
]
