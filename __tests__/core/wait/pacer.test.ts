import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createPacer } from '../../../src/core/wait/pacer.ts'

function setUp() {
  let nowMs = 0
  const pacer = createPacer({ now: () => nowMs })
  const advance = (ms: number): void => {
    nowMs += ms
  }
  return { pacer, advance }
}

describe('createPacer', () => {
  it('starts without a stretch', () => {
    expect(setUp().pacer.stretch()).toBe(1)
  })

  it('stretches by half, once for all refusals within a second', () => {
    const { pacer, advance } = setUp()
    pacer.slowDown()
    advance(999)
    pacer.slowDown()
    expect(pacer.stretch()).toBe(1.5)
    advance(1)
    pacer.slowDown()
    expect(pacer.stretch()).toBe(2.25)
  })

  it('stretches by no more than 4', () => {
    const { pacer, advance } = setUp()
    for (let second = 0; second < 10; second += 1) {
      pacer.slowDown()
      advance(1000)
    }
    expect(pacer.stretch()).toBe(4)
  })

  it('shrinks by a tenth, once for all good answers within three seconds', () => {
    const { pacer, advance } = setUp()
    pacer.slowDown()
    pacer.speedUp()
    advance(2999)
    pacer.speedUp()
    expect(pacer.stretch()).toBeCloseTo(1.35)
    advance(1)
    pacer.speedUp()
    expect(pacer.stretch()).toBeCloseTo(1.215)
  })

  it('keeps the stretch between 1 and 4 for every sequence of answers', () => {
    const event = fc.record({ throttled: fc.boolean(), pauseMs: fc.nat({ max: 5000 }) })
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { pacer, advance } = setUp()
        for (const { throttled, pauseMs } of events) {
          const before = pacer.stretch()
          if (throttled) pacer.slowDown()
          else pacer.speedUp()
          if (throttled) expect(pacer.stretch()).toBeGreaterThanOrEqual(before)
          else expect(pacer.stretch()).toBeLessThanOrEqual(before)
          expect(pacer.stretch()).toBeGreaterThanOrEqual(1)
          expect(pacer.stretch()).toBeLessThanOrEqual(4)
          advance(pauseMs)
        }
      }),
    )
  })
})
