import { getOctokit } from '@actions/github'
import { describe, expect, it } from '@jest/globals'

import { createOctokitFetch } from '../../../src/github/status/octokit-fetch.ts'
import type { HttpRequest, HttpResult, SendRequest } from '../../../src/http/transport.ts'

type Failure = Extract<HttpResult, { kind: 'failure' }>

const URL_OF_STATUS = 'https://ghe.example/api/v3/repos/o/r/statuses/abc'
const POST = { method: 'POST', headers: { accept: '*/*' }, body: '{"state":"pending"}' } as const
const { signal } = new AbortController()

describe('createOctokitFetch', () => {
  it('sends the request as octokit gives it, with its signal', async () => {
    const { fetch, sent } = over(answer(201, '{}'))
    await fetch(URL_OF_STATUS, { ...POST, signal })
    const request = { ...POST, url: new URL(URL_OF_STATUS) }
    expect(sent).toEqual([{ request, signal }])
  })

  it('sends no body if there is none', async () => {
    const { fetch, sent } = over(answer(200, '{}'))
    await fetch(URL_OF_STATUS, { method: 'GET', headers: {}, body: undefined, signal })
    expect(sent[0]?.request).not.toHaveProperty('body')
  })

  it('returns status, address, headers and body', async () => {
    const headers = { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'], etag: undefined }
    const { fetch } = over(answer(403, '{"message":"否"}', headers))
    const response = await fetch(URL_OF_STATUS, { ...POST, signal })
    expect(response).toMatchObject({ status: 403, url: URL_OF_STATUS })
    expect([...response.headers]).toEqual([
      ['content-type', 'application/json'],
      ['set-cookie', 'a=1, b=2'],
    ])
    expect(await response.text()).toBe('{"message":"否"}')
    expect(new TextDecoder().decode(new Uint8Array(await response.arrayBuffer()))).toBe('{"message":"否"}')
  })

  it.each<readonly [Failure, string]>([
    [{ kind: 'failure', reason: 'connection', detail: 'ECONNREFUSED' }, 'no connection (ECONNREFUSED)'],
    [{ kind: 'failure', reason: 'timeout' }, 'within 15 seconds'],
    [{ kind: 'failure', reason: 'cut', status: 200 }, 'cut off'],
    [{ kind: 'failure', reason: 'too-large', status: 200 }, 'larger than 8 MiB'],
    [
      { kind: 'failure', reason: 'untrusted-certificate', detail: 'CERT_HAS_EXPIRED' },
      'certificate is not trusted (CERT_HAS_EXPIRED)',
    ],
    [{ kind: 'failure', reason: 'proxy-refused', detail: 'HTTP 407' }, 'refused to connect (HTTP 407)'],
  ])('rejects with the cause of %j', async (failure, words) => {
    const { fetch } = over(failure)
    await expect(fetch(URL_OF_STATUS, { ...POST, signal })).rejects.toThrow(words)
  })

  it('rejects an address that is not a URL', async () => {
    const { fetch, sent } = over(answer(201, '{}'))
    await expect(fetch('ghe.example', { ...POST, signal })).rejects.toThrow('Invalid URL')
    expect(sent).toEqual([])
  })
})

describe('octokit with that fetch', () => {
  const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

  it('sends the status and its token, and reads the answer', async () => {
    const { create, sent } = octokit(answer(201, '{"id":1}', JSON_TYPE))
    expect(await create()).toMatchObject({ status: 201, headers: JSON_TYPE, data: { id: 1 } })
    expect(sent).toMatchObject([
      {
        request: {
          method: 'POST',
          url: new URL(URL_OF_STATUS),
          headers: { authorization: 'token T', 'content-type': expect.stringMatching(/^application\/json/) },
          body: '{"state":"success","context":"dlf"}',
        },
      },
    ])
  })

  it.each([
    [403, '{"message":"No"}', JSON_TYPE, 'No'],
    [502, 'Bad gateway', { 'content-type': 'text/html' }, 'Bad gateway'],
    [503, 'Unicorn', {}, 'Unicorn'],
    [500, '\0', { 'content-type': 'application/octet-stream' }, 'Unknown error'],
  ])('rejects with the words of HTTP %i and %j', async (status, body, headers, message) => {
    const { create } = octokit(answer(status, body, headers))
    await expect(create()).rejects.toMatchObject({ status, message, response: { headers } })
  })

  it('returns a redirect as it is, without a second request', async () => {
    const { create, sent } = octokit(answer(307, '', { location: 'https://elsewhere.example/' }))
    expect(await create()).toMatchObject({ status: 307 })
    expect(sent).toHaveLength(1)
  })

  it('rejects with the cause if there is no answer', async () => {
    const { create } = octokit({ kind: 'failure', reason: 'cut', detail: 'ECONNRESET' })
    await expect(create()).rejects.toThrow('the answer was cut off (ECONNRESET)')
  })
})

function answer(
  status: number,
  body: string,
  headers: Extract<HttpResult, { kind: 'response' }>['headers'] = {},
): HttpResult {
  return { kind: 'response', status, headers, body }
}

function over(result: HttpResult) {
  const sent: { readonly request: HttpRequest; readonly signal: AbortSignal }[] = []
  const send: SendRequest = (request, given) => {
    sent.push({ request, signal: given })
    return Promise.resolve(result)
  }
  return { fetch: createOctokitFetch(send), sent }
}

// The toolkit's own client, which reads every answer that is made up here.
function octokit(result: HttpResult) {
  const { fetch, sent } = over(result)
  const { rest } = getOctokit('T', { baseUrl: 'https://ghe.example/api/v3' })
  const create = () =>
    rest.repos.createCommitStatus({
      owner: 'o',
      repo: 'r',
      sha: 'abc',
      state: 'success',
      context: 'dlf',
      request: { signal, fetch },
    })
  return { create, sent }
}
