import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { findJsonFault, lineAndColumn } from '../../../src/core/text/json-fault.ts'

describe('findJsonFault', () => {
  it.each([
    ['', 0],
    [' \t\r\n', 4],
    ['a', 0],
    ["{'a': 1}", 1],
    ['{a: 1}', 1],
    ['{"a": 1', 7],
    ['{"a" 1}', 5],
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['{"a": 1, 2}', 9],
    ['{"a": "b" "c"}', 10],
    ['[1, 2,]', 6],
    ['[1 2]', 3],
    ['[,1]', 1],
    ['[[,1],2]', 2],
    ['[1]]', 3],
    ['[}', 1],
    ['{]', 1],
    ['[01]', 2],
    ['[1.]', 2],
    ['[.5]', 1],
    ['[+1]', 1],
    ['[NaN]', 1],
    ['[True]', 1],
    ['"a', 2],
    ['"a\nb"', 2],
    ['"a\tb"', 2],
    [String.raw`"\x"`, 1],
    [String.raw`"\u12"`, 1],
    ['"😀", 1', 4],
    ['[1] // one', 4],
    ['\uFEFF{}', 0],
    ['\u00A0{}', 0],
    ['-', 0],
    ['[1e]', 2],
    ['[1e+]', 2],
  ])('finds it in %j at %i', (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    expect(findJsonFault(text)).toBe(offset)
  })

  it.each([
    ['[', 101],
    ['{"a":', 505],
  ])('gives up in a nest of %s', (open, offset) => {
    expect(findJsonFault(open.repeat(50_000))).toBe(offset)
    expect(findJsonFault(`${open.repeat(101)},`)).toBe(offset)
  })

  it.each([
    '[ ]',
    '[ [ ] , { } , [ ] ]',
    '{ }',
    '[\t-0 ,\r\n 1.25e+10,1E-22 , 10.05e3 ]',
    '{ "a" : { "b" : [ true , false , null ] } , "c" : "" }',
    String.raw`"\\\/\"\b\f\n\r\t\u00e9\uABCD ]é😀"`,
  ])('takes the whole of %s', (text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow()
    expect(findJsonFault(text)).toBe(text.length)
  })

  it('takes the whole of what is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(findJsonFault(text)).toBe(text.length)
      }),
    )
  })

  it('finds none before the end of a text that was JSON before it was cut, but for half a word or number', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
        const whole = JSON.stringify(value)
        const text = whole.slice(0, Math.floor(share * whole.length))
        const rest = text.slice(findJsonFault(text))
        expect(rest).toMatch(/^(?:-?[\w.]*[-+]?|\\(?:u[\da-f]{0,3})?)$/)
      }),
    )
  })

  it('does not look at what comes after it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.string(), fc.string(), (value, at, character, after) => {
        const whole = JSON.stringify(value)
        const place = at % (whole.length + 1)
        const text = `${whole.slice(0, place)}${character}${whole.slice(place)}`
        const offset = findJsonFault(text)
        // A word, a number or an escape is looked at as a whole.
        const seen = /^[-+\w.\\]*/.exec(text.slice(offset))?.[0].length ?? 0
        if (offset + seen >= text.length) return
        expect(findJsonFault(`${text.slice(0, offset + seen + 1)}${after}`)).toBe(offset)
      }),
    )
  })
})

describe('lineAndColumn', () => {
  it.each([
    ['abc', 0, 'line 1, column 1'],
    ['abc', 3, 'line 1, column 4'],
    ['a\nbc', 2, 'line 2, column 1'],
    ['a\r\n\nbc', 5, 'line 3, column 2'],
  ])('of %j at %i is %s', (text, offset, expected) => {
    expect(lineAndColumn(text, offset)).toBe(expected)
  })
})
