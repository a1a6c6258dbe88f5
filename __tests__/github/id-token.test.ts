import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { ID_TOKEN_STEP, idTokenRequest, isForkPullRequest, sessionName } from '../../src/github/id-token.ts'
import { hostileText } from '../support/data/arbitraries.ts'

const ADDRESS = 'https://pipelines.example/a/id-token?api-version=2.0'
const OFFERED = {
  ACTIONS_ID_TOKEN_REQUEST_URL: ADDRESS,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
}
const variables =
  (given: Readonly<Record<string, string>>) =>
  (name: string): string =>
    given[name] ?? ''

describe('idTokenRequest', () => {
  it('asks for a token for one audience, with the proof that the runner gave', () => {
    expect(idTokenRequest(variables(OFFERED), 'huaweicloud')).toEqual({
      method: 'GET',
      url: new URL(`${ADDRESS}&audience=huaweicloud`),
      headers: {
        accept: 'application/json',
        authorization: 'bearer request-token',
        'user-agent': 'wait-for-dlf-task',
      },
    })
  })

  it.each([
    ['https://pipelines.example/id-token', 'https://pipelines.example/id-token?audience=a%26b%3Dc'],
    [
      'https://pipelines.example/id-token?audience=x',
      'https://pipelines.example/id-token?audience=a%26b%3Dc',
    ],
  ])('writes an audience so that it stays one, in %s', (address, href) => {
    const read = variables({ ...OFFERED, ACTIONS_ID_TOKEN_REQUEST_URL: address })
    expect(idTokenRequest(read, 'a&b=c')?.url.href).toBe(href)
  })

  it.each([
    ['nothing', {}],
    ['an address alone', { ...OFFERED, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
    ['a proof alone', { ...OFFERED, ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
    ['a proof that is too short to be masked', { ...OFFERED, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '1234567' }],
    ['an address that is none', { ...OFFERED, ACTIONS_ID_TOKEN_REQUEST_URL: '/id-token' }],
  ])('asks for nothing if the runner offers %s', (_what, given) => {
    expect(idTokenRequest(variables(given), 'a')).toBeUndefined()
  })
})

describe('ID_TOKEN_STEP', () => {
  it('takes the token out of the answer', () => {
    const answer = { count: 1, value: 'a.b-_.c.d' }
    expect(ID_TOKEN_STEP.read(answer)).toEqual({ value: 'a.b-_.c.d' })
    expect(ID_TOKEN_STEP.secretsIn(answer)).toEqual(['a.b-_.c.d'])
  })

  it.each([
    undefined,
    null,
    'a.b.c',
    [],
    {},
    { value: '' },
    { value: 1 },
    { value: 'a.b.c.d' },
    { value: 'an ID token' },
    { value: 'an.id.token\n' },
  ])('finds none in %j', (answer) => {
    expect(ID_TOKEN_STEP.read(answer)).toEqual({
      flaw: "the field 'value' does not hold 8 to 65536 printable characters",
    })
    expect(ID_TOKEN_STEP.secretsIn(answer)).toEqual([])
  })
})

describe('isForkPullRequest', () => {
  const event = (head: string | undefined, base = 'octo-org/octo-repo') => ({
    pull_request: {
      head: { repo: head === undefined ? null : { full_name: head } },
      base: { repo: { full_name: base } },
    },
  })

  it.each(['pull_request', 'pull_request_review', ''])('knows a fork by its repository, on %j', (name) => {
    expect(isForkPullRequest({ eventName: name, payload: event('stranger/octo-repo') })).toBe(true)
    expect(isForkPullRequest({ eventName: name, payload: event('octo-org/octo-repo') })).toBe(false)
  })

  it('takes a deleted repository for a fork', () => {
    expect(isForkPullRequest({ eventName: 'pull_request', payload: event(undefined) })).toBe(true)
  })

  it('takes no run of the base repository for a fork', () => {
    const run = { eventName: 'pull_request_target', payload: event('stranger/octo-repo') }
    expect(isForkPullRequest(run)).toBe(false)
  })

  it.each([
    undefined,
    null,
    'x',
    {},
    { pull_request: null },
    { pull_request: { head: { repo: null } } },
    { pull_request: { head: {}, base: { repo: { full_name: 'a/b' } } } },
    { pull_request: { head: { repo: {} }, base: { repo: { full_name: 'a/b' } } } },
    { pull_request: { head: { repo: { full_name: 'a/b' } }, base: { repo: null } } },
  ])('takes no other event for a fork: %j', (other) => {
    expect(isForkPullRequest({ eventName: 'pull_request', payload: other })).toBe(false)
  })
})

describe('sessionName', () => {
  const nameOf = (id: string, attempt: string): string =>
    sessionName(variables({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt }))

  it('names run and attempt', () => {
    expect(nameOf('1234567890', '2')).toBe('gh-1234567890-2')
  })

  it('replaces characters that are not allowed with a hyphen', () => {
    expect(nameOf('a b/c:d+é', '_=,.@-')).toBe('gh-a-b-c-d---_=,.@-')
  })

  it('is long enough without run and attempt', () => {
    expect(nameOf('', '')).toBe('gh--')
  })

  it('is cut to 128 characters', () => {
    expect(nameOf('1'.repeat(200), '2')).toBe(`gh-${'1'.repeat(125)}`)
  })

  it('is always one that STS takes', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (id, attempt) => {
        expect(nameOf(id, attempt)).toMatch(/^[\w=,.@-]{2,128}$/)
      }),
    )
  })
})
