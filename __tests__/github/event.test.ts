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

  it('reads what the runner wrote down', () => {
    expect(readEvent(file('{"action":"opened","number":1}'))).toEqual({ action: 'opened', number: 1 })
  })

  it.each(['', '{', 'text'])('gives nothing for a file that is no JSON: %j', (text) => {
    expect(readEvent(file(text))).toBeUndefined()
  })

  it('gives nothing where there is no file', () => {
    expect(readEvent('')).toBeUndefined()
    expect(readEvent(join(folder, 'missing.json'))).toBeUndefined()
    expect(readEvent(folder)).toBeUndefined()
  })
})
