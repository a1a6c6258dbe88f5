import { describe, expect, it } from '@jest/globals'

import { createServiceClock } from '../../../src/huaweicloud/service/service-clock.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)

describe('createServiceClock', () => {
  it('goes by the clock of this machine until it has learnt another time', () => {
    const clock = createServiceClock(() => NOW_MS)
    expect(clock.now()).toBe(NOW_MS)
    expect(clock.correctionMs()).toBe(0)
  })

  it.each([60_001, -60_001, 3_600_000])('follows the service if it is %i ms off, and goes on', (offsetMs) => {
    let wallMs = NOW_MS
    const clock = createServiceClock(() => wallMs)
    clock.learn(NOW_MS + offsetMs)
    wallMs += 5000
    expect(clock.now()).toBe(NOW_MS + offsetMs + 5000)
    expect(clock.correctionMs()).toBe(offsetMs)
  })

  it.each([0, 60_000, -60_000])('ignores a difference of %i ms', (offsetMs) => {
    const clock = createServiceClock(() => NOW_MS)
    clock.learn(NOW_MS + offsetMs)
    expect(clock.now()).toBe(NOW_MS)
    expect(clock.correctionMs()).toBe(0)
  })

  it('believes the last time that it was given', () => {
    const clock = createServiceClock(() => NOW_MS)
    clock.learn(NOW_MS + 3_600_000)
    clock.learn(NOW_MS + 7_200_000)
    expect(clock.now()).toBe(NOW_MS + 7_200_000)
    clock.learn(NOW_MS + 1000)
    expect(clock.now()).toBe(NOW_MS)
    expect(clock.correctionMs()).toBe(0)
  })
})
