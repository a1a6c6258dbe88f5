import { describe, expect, it } from '@jest/globals'

import { createRateLimit } from '../../../simulator/server/rate-limit.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'

const refusals = (settings: Parameters<typeof createRateLimit>[0], times: readonly number[]) => {
  const overLimit = createRateLimit(settings)
  return times.map((now) => overLimit(now)?.status)
}

describe('createRateLimit', () => {
  it('refuses requests beyond the limit in any one second', () => {
    expect(refusals({ requestsPerSecond: 2 }, [0, 500, 999, 1500])).toEqual([
      undefined,
      undefined,
      429,
      undefined,
    ])
  })

  it('counts refused requests too', () => {
    expect(refusals({ requestsPerSecond: 1 }, [0, 900, 1800, 2799, 3799])).toEqual([
      undefined,
      429,
      429,
      429,
      undefined,
    ])
  })

  it('subtracts the requests of another client', () => {
    const settings = { requestsPerSecond: 10, neighbourRequestsPerSecond: 8 }
    expect(refusals(settings, [0, 0, 0])).toEqual([undefined, undefined, 429])
  })

  it('refuses nothing without a limit', () => {
    expect(refusals({ neighbourRequestsPerSecond: 100 }, [0, 0])).toEqual([undefined, undefined])
  })
})

describe('startSimulator', () => {
  it('answers 429 with the limit before it checks the credential', async () => {
    const simulator = await startSimulator({ scenario: 'running', requestsPerSecond: 10 })
    try {
      const url = `${simulator.url}/v1/p/system-tasks/1`
      const answers = await Promise.all(Array.from({ length: 11 }, () => fetch(url)))
      const refused = answers.find(({ status }) => status === 429)
      expect(await refused?.json()).toMatchObject({
        error_code: 'APIG.0308',
        error_msg:
          'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second',
      })
      expect(simulator.requests.filter(({ answer }) => answer === '429 APIG.0308')).toHaveLength(1)
    } finally {
      await simulator.close()
    }
  })
})
