import { describe, expect, it } from '@jest/globals'
import { parseRunnerFile } from '../../../simulator/runner/runner-file.mjs'

describe('parseRunnerFile', () => {
  it('reads both forms, with values that are empty or have several lines', () => {
    const text = 'a<<X\none\n\ntwo=2\nX\nb=c<<d\ne<<Y\n\nY\n'
    expect(parseRunnerFile(text)).toEqual({ a: 'one\n\ntwo=2', b: 'c<<d', e: '' })
  })

  it.each(['name', 'name<<X\nvalue', '=value'])('refuses %j as the runner does', (text) => {
    expect(() => parseRunnerFile(text)).toThrow()
  })
})
