import { describe, expect, it } from '@jest/globals'

import { explainFault, lateFault, warnUnpublished } from '../../../src/github/status/status-fault.ts'
import { asItIs, refusal, statusStage } from '../../support/fakes/commit-statuses.ts'

describe('explainFault', () => {
  it.each([
    [401, 'Bad credentials', 'github-token: ${{ github.token }}'],
    [403, 'Resource not accessible by integration', 'permissions: { statuses: write }'],
    [404, 'Not Found', 'permissions: { statuses: write }'],
    [404, 'Not Found', 'status-sha: ${{ github.event.pull_request.head.sha }}'],
    [422, 'No commit found for SHA: 0', 'status-sha: ${{ github.event.pull_request.head.sha }}'],
    [422, 'This SHA and context has reached the maximum number of statuses.', 'status-context'],
  ])('names for HTTP %i (%s) the YAML that fixes it', (status, message, yaml) => {
    const fault = explainFault(refusal(status, message), asItIs)
    expect(fault).toMatchObject({
      lasting: true,
      reason: `GitHub answered HTTP ${String(status)}: ${message}`,
    })
    expect(fault.remedy).toContain(yaml)
  })

  it.each([
    [
      'the secondary limit',
      refusal(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }),
    ],
    ['the secondary limit, without words', refusal(403, 'Forbidden', { 'retry-after': '60' })],
    ['the primary limit', refusal(403, 'Forbidden', { 'x-ratelimit-remaining': '0' })],
    ['a limit that only the message names', refusal(403, 'API rate limit exceeded for installation.')],
    ['HTTP 429', refusal(429)],
  ])('treats %s as transient', (_, error) => {
    expect(explainFault(error, asItIs)).toMatchObject({
      lasting: false,
      remedy: 'GitHub is rate limiting this token. Run the job again later.',
    })
  })

  it.each([301, 307, 308])(
    'treats a redirect, HTTP %i, as lasting, and names its possible causes',
    (status) => {
      expect(explainFault(refusal(status, 'a redirect'), asItIs)).toEqual({
        lasting: true,
        reason: `GitHub answered HTTP ${String(status)}: a redirect`,
        remedy:
          "If the repository was renamed or moved during this run, start the workflow again; otherwise check the runner's GITHUB_API_URL and HTTPS_PROXY.",
      })
    },
  )

  it('does not treat a missing permission as a rate limit', () => {
    const fault = explainFault(refusal(403, 'No', { 'x-ratelimit-remaining': '4999' }), asItIs)
    expect(fault).toMatchObject({ lasting: true })
  })

  it.each([
    ['HTTP 502', refusal(502, 'Bad gateway'), 'GitHub answered HTTP 502: Bad gateway'],
    [
      'no connection',
      Object.assign(new Error('connect ECONNREFUSED'), { status: 500 }),
      'connect ECONNREFUSED',
    ],
    ['whatever was thrown', 'a text', 'a text'],
    [
      'headers that are none',
      { status: 418, message: 'x', response: { headers: 7 } },
      'GitHub answered HTTP 418: x',
    ],
  ])('treats %s as transient', (_, thrown, reason) => {
    const fault = explainFault(thrown, asItIs)
    expect(fault).toMatchObject({ lasting: false, reason })
    expect(fault.remedy).toContain('HTTPS_PROXY')
  })

  it('removes secrets before it cuts', () => {
    const thrown = refusal(500, `${'x'.repeat(190)}ghs_of_the_test`)
    const { reason } = explainFault(thrown, (text) => text.replaceAll('ghs_of_the_test', '***'))
    expect(reason).toBe(`GitHub answered HTTP 500: ${'x'.repeat(190)}***`)
  })

  it('quotes at most one line of GitHub', () => {
    const { reason } = explainFault(refusal(500, `a\n::error::${'x'.repeat(500)}`), asItIs)
    expect(reason).toMatch(/^GitHub answered HTTP 500: a ::error::x+…$/)
    expect(reason.length).toBeLessThan(240)
  })
})

describe('lateFault', () => {
  it('returns a transient fault', () => {
    expect(lateFault('3s')).toMatchObject({ lasting: false, reason: 'GitHub did not answer within 3s' })
  })
})

describe('warnUnpublished', () => {
  it('warns once, with the remedy, and says that the result does not change', () => {
    const { warnings, runner } = statusStage()
    warnUnpublished({ reason: 'why', remedy: 'Do this.' }, 'dlf', runner)
    expect(warnings).toEqual([
      "Commit status not published: Commit status 'dlf' could not be published: why. Do this. The result of this step does not change.",
    ])
  })
})
