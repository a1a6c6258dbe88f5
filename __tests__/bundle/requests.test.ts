import { describe, expect, it } from '@jest/globals'

import { everythingWritten, PROJECT, TASK, TOKEN, useBundle, withSimulator } from '../support/bundle.ts'

const bundle = useBundle()
const WORKSPACE = '0123456789abcdef0123456789abcdef'

describe('the request', () => {
  it('has the path and the headers that the service documents', async () => {
    await withSimulator('documented-1', async (simulator) => {
      await bundle.run(simulator, { inputs: { workspace: WORKSPACE } })
      expect(simulator.requests).toHaveLength(1)
      expect(simulator.requests[0]).toMatchObject({
        method: 'GET',
        path: `/v1/${PROJECT}/system-tasks/${TASK}`,
        headers: {
          workspace: WORKSPACE,
          'x-project-id': PROJECT,
          'x-auth-token': TOKEN,
          'x-language': 'en_us',
          'content-type': 'application/json',
        },
      })
    })
  })

  it('has no workspace if none is given, and always has the project', async () => {
    await withSimulator('documented-1', async (simulator) => {
      await bundle.run(simulator)
      expect(simulator.requests[0]?.headers).not.toHaveProperty('workspace')
      expect(simulator.requests[0]?.headers).toHaveProperty('x-project-id', PROJECT)
    })
  })

  it('keeps to a path before the service, and to one connection', async () => {
    await withSimulator('created-late', async (simulator) => {
      const inputs = { endpoint: `${simulator.url}/gateway/`, 'not-found-grace': '5s' }
      const { outputs } = await bundle.run(simulator, { inputs })
      expect(simulator.requests[0]?.path).toBe(`/gateway/v1/${PROJECT}/system-tasks/${TASK}`)
      expect(outputs).toMatchObject({ status: 'ERROR', 'error-code': 'APIG.0101' })
    })
  })
})

describe('bad inputs', () => {
  it('are all named in one message, nothing is sent, and outputs are set', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const inputs = {
        'task-id': 'a/b',
        project: 'p p',
        workspace: '../x',
        region: 'x.evil.com/#',
        endpoint: `${simulator.url}?x`,
        timeout: '15 minutes',
        'min-poll-interval': '1ms',
        'max-poll-interval': '-1',
        'not-found-grace': '1 s',
        'fail-on-warning': 'yes',
        token: 'not a token',
      }
      const result = await bundle.run(simulator, { inputs })
      expect(result.exitCode).toBe(1)
      expect(simulator.requests).toEqual([])
      const { message = '', ...outputs } = result.outputs
      expect(outputs).toEqual({
        status: 'ERROR',
        tasks: '[]',
        'failed-subtasks': '[]',
        'error-code': '',
        'elapsed-seconds': '0',
        polls: '0',
      })
      for (const name of Object.keys(inputs)) expect(message).toContain(`Input '${name}'`)
      expect(message).not.toContain('not a token')
      const errors = result.stdout.split('\n').filter((line) => line.startsWith('::error'))
      expect(errors).toHaveLength(1)
      for (const name of Object.keys(inputs)) expect(errors[0]).toContain(`Input '${name}'`)
      expect(errors[0]).not.toContain('not a token')
      expect(result.summary).toContain('15 minutes')
    })
  })

  it('refuse a region that is another host', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { region: 'x.evil.com/#', endpoint: '' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
      expect(result.stdout).toContain("Input 'region' must be")
    })
  })

  it('ask whether the previous step ran if task-id is empty', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { 'task-id': ' \n' } })
      expect(result.exitCode).toBe(1)
      expect(result.stdout).toContain('Did the step that should have set it run')
    })
  })
})

describe('the token', () => {
  it('is not shown if it was given in another input', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const inputs = {
        project: TOKEN,
        'task-id': `${TOKEN}/x`,
        timeout: TOKEN,
        endpoint: `https://dlf.example/?token=${TOKEN}`,
        'github-token': 'ghs_0123456789+of/the.test',
        'status-sha': 'ghs_0123456789+of/the.test',
      }
      const env = {
        HW_SECRET_KEY: 'a/secret+of-the-environment',
        INPUT_LANGUAGE: 'a/secret+of-the-environment',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'The_request.token',
        INPUT_WORKSPACE: 'The_request.token\u0007',
      }
      const result = await bundle.run(simulator, { inputs, env })
      expect(result.exitCode).toBe(1)
      expect(result.stdout).toContain("Input 'timeout' must be")
      expect(result.stdout).toContain("Input 'language' must be")
      expect(result.stdout).toContain("Input 'workspace' must be")
      expect(everythingWritten(result)).not.toMatch(/MIIT|ghs_|secret\+of|The_request/)
      expect(simulator.requests).toEqual([])
    })
  })

  it('appears nowhere but in the command that masks it', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const { stdout, stderr, outputs, summary } = await bundle.run(simulator)
      const others = stdout.split('\n').filter((line) => line !== `::add-mask::${TOKEN}`)
      expect(stdout).toContain(`::add-mask::${TOKEN}`)
      expect([...others, stderr, summary, ...Object.values(outputs)].join('\n')).not.toContain(TOKEN)
    })
  })
})
