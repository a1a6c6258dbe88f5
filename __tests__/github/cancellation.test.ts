import { EventEmitter } from 'node:events'

import { describe, expect, it } from '@jest/globals'

import { cancellationSignal } from '../../src/github/cancellation.ts'

describe('cancellationSignal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])('aborts at %s', (name) => {
    const process = new EventEmitter()
    const signal = cancellationSignal(process)
    expect(signal.aborted).toBe(false)
    process.emit(name)
    expect(signal.aborted).toBe(true)
  })

  it('keeps listening, so that a second signal does not end the process before the report is written', () => {
    const process = new EventEmitter()
    cancellationSignal(process)
    process.emit('SIGINT')
    expect([process.listenerCount('SIGINT'), process.listenerCount('SIGTERM')]).toEqual([1, 1])
  })
})
