import { describe, expect, it } from '@jest/globals'

import { entryLines } from '../../simulator/entry-lines.mjs'
import { scenarios } from '../../simulator/scenarios/scenarios.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import type { Scenario } from '../../simulator/types.d.ts'

async function linesOf(name: string, settings: Partial<Scenario> = {}): Promise<string> {
  const scenario: Scenario = { ...(scenarios[name] ?? { title: '', tasks: {} }), ...settings }
  const simulator = await startSimulator({ scenario })
  try {
    return entryLines(simulator, scenario).join('\n').replaceAll(simulator.url, '<url>')
  } finally {
    await simulator.close()
  }
}

describe('entryLines', () => {
  it('gives a command that asks for a task with the token and the workspace', async () => {
    expect(await linesOf('running', { project: 'p', token: 't', workspace: "w'" })).toBe(
      "curl -i -H 'X-Auth-Token: t' -H 'X-Project-Id: p' -H 'workspace: w'\\''' <url>/v1/p/system-tasks/008aae2e675d3bcb01675d3c66f20000",
    )
  })

  it.each([
    ['signed', /^Access key: DEMO.*, secret key: an-invented.*\nRequests must be signed/],
    [
      'keyless',
      /^ACTIONS_ID_TOKEN_REQUEST_URL='<url>\/_apis.*\n.*_TOKEN=an-invented.*\nOIDC provider: iam::/,
    ],
    ['commit-status', /^GITHUB_API_URL=<url>, repository octo-org\/octo-repo, token an-invented.*\ncurl/],
  ])('names what the scenario %s lets in', async (name, lines) => {
    expect(await linesOf(name)).toMatch(lines)
  })
})
