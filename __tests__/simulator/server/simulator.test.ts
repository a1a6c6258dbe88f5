import { describe, expect, it } from '@jest/globals'
import { startSimulator } from '../../../simulator/server/simulator.mjs'

const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
const PATH = `/v1/${PROJECT}/system-tasks/008aae2e675d3bcb01675d3c66f20000`
const GOOD = { 'X-Auth-Token': 'token', 'X-Project-Id': PROJECT, workspace: 'ws' }

async function ask(scenario: string, headers: Record<string, string>, path = PATH) {
  const simulator = await startSimulator({ scenario, project: PROJECT, workspace: 'ws', token: 'token' })
  try {
    const answer = await fetch(simulator.url + path, { headers, redirect: 'manual' })
    return { status: answer.status, body: await answer.text(), requestId: answer.headers.get('x-request-id') }
  } finally {
    await simulator.close()
  }
}

describe('startSimulator', () => {
  it.each([
    ['no token', { 'X-Auth-Token': '' }, 401, 'APIG.0301'],
    ['another token', { 'X-Auth-Token': 'x' }, 401, 'APIG.0301'],
    ['another project header', { 'X-Project-Id': 'x' }, 400, 'DLF.0819'],
    ['another workspace', { workspace: 'x' }, 400, 'DLF.0819'],
  ])('refuses %s with the documented error', async (_, headers, status, code) => {
    const answer = await ask('running', { ...GOOD, ...headers })
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(`"error_code":"${code}"`)
  })

  it('knows only the path of the SDKs', async () => {
    const answer = await ask('running', GOOD, PATH.replace('system-tasks', 'systemTasks'))
    expect(answer).toMatchObject({ status: 404, requestId: '00000000000000000000000000000001' })
    expect(answer.body).toContain('APIG.0101')
  })

  it('answers a good request with the scenario', async () => {
    const answer = await ask('running', GOOD)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('"status":"RUNNING"')
  })

  it('lists the scenarios if the name is unknown', async () => {
    await expect(startSimulator({ scenario: 'sucessful' })).rejects.toThrow(
      /Use successful, running, .*--list/,
    )
  })
})
