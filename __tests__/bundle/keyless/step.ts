import { expect } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { ActionResult, Keyless, Scenario, Simulator, Step } from '../../../simulator/types.d.ts'
import { type Bundle, everythingWritten, type StartOptions, withSimulator } from '../../support/bundle.ts'

/** An answer that ends the task well. */
export const ended: Step = { body: { status: 'SUCCESSFUL' } }
/** An answer that another poll follows. */
export const running: Step = { body: { status: 'RUNNING' } }

/** Services that sign a job in by its ID token, and then answer the polls of every task with these steps. */
export function scenarioOf(
  keyless: Partial<Keyless> = {},
  steps: readonly Step[] = [running, ended],
): Scenario {
  return { title: 'keyless', tasks: { '*': steps }, keyless: { ...DEMO_KEYLESS, ...keyless } }
}

/** Returns what a job without a key has, with the simulator as GitHub, IAM, STS and service. */
export function keylessOptions(
  { url, idTokenUrl }: Pick<Simulator, 'url' | 'idTokenUrl'>,
  { inputs, env, ...rest }: StartOptions = {},
): StartOptions {
  return {
    inputs: {
      token: '',
      'oidc-provider': DEMO_KEYLESS.providerUrn,
      'oidc-agency': DEMO_KEYLESS.agencyUrn,
      'sts-endpoint': url,
      ...inputs,
    },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: DEMO_KEYLESS.requestToken,
      GITHUB_RUN_ID: '1234567890',
      GITHUB_RUN_ATTEMPT: '2',
      ...env,
    },
    ...rest,
  }
}

/** The inputs of a federated user, in place of those of the agency. */
export const federatedUser = (url: string): Readonly<Record<string, string>> => ({
  'oidc-provider': DEMO_KEYLESS.provider,
  'oidc-agency': '',
  'sts-endpoint': '',
  'iam-endpoint': url,
})

type Changes = NonNullable<Parameters<typeof keylessOptions>[1]>

/** Runs a keyless step, and checks the rules that every such step must keep. */
export async function runKeyless(
  bundle: Bundle,
  scenario: Scenario,
  changes: Changes | ((simulator: Simulator) => Changes) = {},
): Promise<ActionResult & Pick<Simulator, 'issued' | 'requests'>> {
  return withSimulator(scenario, async (simulator) => {
    const given = typeof changes === 'function' ? changes(simulator) : changes
    const result = await bundle.run(simulator, keylessOptions(simulator, given))
    expectNoTrace(result, simulator)
    const { issued, requests } = simulator
    return { ...result, issued, requests }
  })
}

/** Makes sure that a step has written nothing it was given in confidence, in no form. */
export function expectNoTrace(
  result: ActionResult,
  { issued, requests }: Pick<Simulator, 'issued' | 'requests'>,
): void {
  const masked = secretsOf(issued)
  const signatures = requests.flatMap(
    ({ headers }) => /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? [],
  )
  const written = everythingWritten(result)
  for (const secret of [DEMO_KEYLESS.requestToken, ...masked, ...signatures]) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), btoa(secret)]
    for (const form of forms) expect(written).not.toContain(form)
  }
}

/** Returns each ID token, unscoped token, secret key and security token that was issued. */
export function secretsOf(issued: Simulator['issued']): readonly string[] {
  return issued.flatMap((each) =>
    each.kind === 'access-key' ? [each.key.secret, each.key.securityToken ?? ''] : [each.value],
  )
}

/** Returns the ids of the access keys that were issued, in their order. */
export function keysOf(issued: Simulator['issued']): readonly string[] {
  return issued.flatMap((each) => (each.kind === 'access-key' ? [each.key.id] : []))
}

/** Says whether a request asked for a task. */
export function isPoll({ path }: { readonly path: string }): boolean {
  return path.includes('/system-tasks/')
}
