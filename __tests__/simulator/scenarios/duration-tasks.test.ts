import { describe, expect, it } from '@jest/globals'

import { durationTasks } from '../../../simulator/scenarios/duration-tasks.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'

type Task = { readonly status: string; readonly startTime: number; readonly endTime?: number }

async function watch(options: { startedAtMs?: number }, times: readonly number[]) {
  const clock = { atMs: 0 }
  const tasks = durationTasks({ short: 100, long: 5_000 }, options)
  const simulator = await startSimulator({ scenario: { title: 'two', tasks }, now: () => clock.atMs })
  const seen: Task[] = []
  try {
    for (const atMs of times) {
      clock.atMs = atMs
      const url = `${simulator.url}/v1/p/system-tasks/long`
      const answer = await fetch(url, { headers: { 'X-Auth-Token': 't', 'X-Project-Id': 'p' } })
      seen.push((await answer.json()) as Task)
    }
    return { seen, endOf: simulator.endOf('long'), other: simulator.endOf('short') }
  } finally {
    await simulator.close()
  }
}

describe('durationTasks', () => {
  it('ends each task its duration after the first request for it', async () => {
    const { seen, endOf, other } = await watch({}, [1_000, 5_999, 6_000])
    expect(seen).toMatchObject([
      { status: 'RUNNING', startTime: 1_000 },
      { status: 'RUNNING' },
      { status: 'SUCCESSFUL', startTime: 1_000, endTime: 6_000 },
    ])
    expect(seen[0]).not.toHaveProperty('endTime')
    expect([endOf, other]).toEqual([6_000, undefined])
  })

  it('ends each task its duration after a fixed start', async () => {
    const { seen, endOf } = await watch({ startedAtMs: 2_000 }, [6_999, 9_000])
    expect(seen).toMatchObject([
      { status: 'RUNNING', startTime: 2_000 },
      { status: 'SUCCESSFUL', startTime: 2_000, endTime: 7_000 },
    ])
    expect(endOf).toBe(7_000)
  })

  it('makes five hundred tasks', () => {
    const ids = Array.from({ length: 500 }, (_, place) => [`task-${String(place)}`, place * 10])
    expect(Object.keys(durationTasks(Object.fromEntries(ids) as Record<string, number>))).toHaveLength(500)
  })
})
