import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { readRunContext } from '../../src/github/run-context.ts'
import { useFolder } from '../support/folder.ts'

const VARIABLES: Readonly<Record<string, string>> = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: 'abc',
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_SERVER_URL: 'https://ghe.example',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
}
const read = (changes: Readonly<Record<string, string>> = {}) =>
  readRunContext((name) => ({ ...VARIABLES, ...changes })[name] ?? '')

describe('readRunContext', () => {
  const folder = useFolder('event')
  const file = (text: string): string => {
    const path = join(folder(), 'event.json')
    writeFileSync(path, text)
    return path
  }
  const payloadIn = (path: string): unknown => read({ GITHUB_EVENT_PATH: path }).payload

  it('reads the event and the page of this attempt', () => {
    expect(read({ GITHUB_EVENT_PATH: file('{"ref":"main"}') })).toEqual({
      eventName: 'push',
      payload: { ref: 'main' },
      sha: 'abc',
      repository: 'octo-org/octo-repo',
      url: 'https://ghe.example/octo-org/octo-repo/actions/runs/7/attempts/2',
    })
  })

  it('defaults to github.com and the first attempt', () => {
    const { url } = read({ GITHUB_SERVER_URL: '', GITHUB_RUN_ATTEMPT: '' })
    expect(url).toBe('https://github.com/octo-org/octo-repo/actions/runs/7/attempts/1')
  })

  it('has no page without a run id', () => {
    expect(read({ GITHUB_RUN_ID: '' })).not.toHaveProperty('url')
  })

  it('reads the file of the runner', () => {
    expect(payloadIn(file('{"action":"opened","number":1}'))).toEqual({ action: 'opened', number: 1 })
  })

  it.each(['', '{', 'text'])('has no payload if the file is not JSON: %j', (text) => {
    expect(payloadIn(file(text))).toBeUndefined()
  })

  it('has no payload without a file', () => {
    expect(payloadIn('')).toBeUndefined()
    expect(payloadIn(join(folder(), 'missing.json'))).toBeUndefined()
    expect(payloadIn(folder())).toBeUndefined()
  })
})
