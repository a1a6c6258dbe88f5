import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { readEvent } from '../../src/github/event.ts'

describe('readEvent', () => {
  let folder = ''
  const file = (text: string): string => {
    const path = join(folder, 'event.json')
    writeFileSync(path, text)
    return path
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('reads the file of the runner', () => {
    expect(readEvent(file('{"action":"opened","number":1}'))).toEqual({ action: 'opened', number: 1 })
  })

  it.each(['', '{', 'text'])('returns undefined for a file that is not JSON: %j', (text) => {
    expect(readEvent(file(text))).toBeUndefined()
  })

  it('returns undefined without a file', () => {
    expect(readEvent('')).toBeUndefined()
    expect(readEvent(join(folder, 'missing.json'))).toBeUndefined()
    expect(readEvent(folder)).toBeUndefined()
  })
})
