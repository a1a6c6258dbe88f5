import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { annotationText, commandFree, logLine } from '../../src/github/workflow-text.ts'
import { character, hostileText } from '../support/data/arbitraries.ts'
import { isCommand } from '../support/output/runner-commands.ts'

// The problem matchers of actions/setup-node (tsc, eslint-compact), of gcc and of actions/setup-dotnet.
const MATCHERS = [
  /^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$/,
  /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/,
  /^(.*):(\d+):(\d+):\s+(?:fatal\s+)?(warning|error):\s+(.*)$/,
  /^([^\s].*)\((\d+)(?:,\d+|,\d+,\d+)?\):\s+(error|warning)\s+([a-zA-Z]+\d+)\s*:\s*(.*?)\s+\[(.*?)\]$/,
]

describe('logLine', () => {
  it.each([
    ['::add-mask::SUCCESSFUL', ': :add-mask::SUCCESSFUL'],
    ['  ::error::x', '  : :error::x'],
    ['\u00a0\u3000::error::x', '\u00a0\u3000: :error::x'],
    [':::x::', ': ::x::'],
    ['\n::set-output name=a::b', ' : :set-output name=a::b'],
    ['done\n::stop-commands::x', 'done ::stop-commands::x'],
    ['\u2028::error::x', ' : :error::x'],
    ['##[error]x', '# #[error]x'],
    ['a ##[group]b ##[endgroup]', 'a # #[group]b # #[endgroup]'],
    ['###[x]', '## #[x]'],
    ['::##[x]::', ': :# #[x]::'],
    ['\u001b[31mred\u001b[0m', '\uFFFD[31mred\uFFFD[0m'],
    ['\u0000::error::x', '\uFFFD::error::x'],
  ])('makes %j harmless', (text, line) => {
    expect(logLine(text)).toBe(line)
    expect(isCommand(text) || text !== line).toBe(true)
    expect(isCommand(line)).toBe(false)
  })

  it.each(['', 'Task a: RUNNING', 'at 12:30::15', ':x:', '# heading [a]', '## [a]', 'C# [a]', '失败 🛑'])(
    'leaves %j as it is',
    (text) => {
      expect(logLine(text)).toBe(text)
    },
  )

  it('leaves no text that the runner obeys, for any text of the service', () => {
    const marks = fc
      .array(
        fc.constantFrom(
          ':',
          '::',
          '#',
          '##',
          '[',
          '##[',
          ']',
          ' ',
          '\n',
          '\r',
          '\t',
          '\u0085',
          'a',
          '\uFEFF',
        ),
      )
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(hostileText, marks), (text) => {
        const line = logLine(text)
        expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029]/)
        expect(isCommand(line)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    'src/a.ts(1,2): error TS1: pwn',
    'src/a.ts:1:2 - warning TS1: pwn',
    'a.c:1:2: error: pwn',
    'a.c:1:2: fatal error: pwn',
    'a.c:1:2: warning: pwn',
    '/a/b.js: line 1, col 2, Error - pwn (r)',
    '/a/b.js: line 1, col 2, Info - pwn (r)',
    'a.cs(1,2): error CS1: pwn [a.csproj]',
  ])('is no finding for the problem matchers of other actions: %s', (text) => {
    const matches = (line: string): boolean => MATCHERS.some((matcher) => matcher.test(line))
    expect(matches(`Subtask FAILED: ${text}`)).toBe(true)
    expect(matches(logLine(`Subtask FAILED: ${text}`))).toBe(false)
    expect(logLine(text).replaceAll('\u2060', '')).toBe(text)
    expect(commandFree(text)).toBe(text)
  })

  it('is no finding for them with any text of the service', () => {
    const piece = fc.constantFrom(
      ...['a.c', ':', '1', '(', ',', ')', ' ', '\t', ' - ', 'line 1, col 2, '],
      ...['fatal ', 'error', 'Error', 'warning', 'info', ' TS1', ' (r)', '##[', '\u2060', 'x'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const line = logLine(pieces.join(''))
        for (const matcher of MATCHERS) expect(line).not.toMatch(matcher)
      }),
      { numRuns: 5000 },
    )
  })

  it('cuts a line after 4000 characters', () => {
    expect(logLine('a'.repeat(4000))).toBe('a'.repeat(4000))
    expect(logLine('a'.repeat(4001))).toBe(`${'a'.repeat(3999)}…`)
  })
})

describe('annotationText', () => {
  it('leaves 4096 characters as they are', () => {
    expect(annotationText('a'.repeat(4096))).toBe('a'.repeat(4096))
  })

  it('cuts a longer text with a note', () => {
    const note = '… (cut here: the job summary has more)'
    expect(annotationText('a'.repeat(4097))).toBe('a'.repeat(4096 - note.length) + note)
  })

  it('is at most 4096 characters and no half character for any text', () => {
    const long = fc
      .tuple(fc.string({ unit: character }), fc.nat(6000))
      .map(([text, count]) => text + '😀'.repeat(count))
    fc.assert(
      fc.property(long, (text) => {
        const cut = annotationText(text)
        expect(cut.length).toBeLessThanOrEqual(4096)
        expect(cut).not.toMatch(/\p{Cs}/u)
        expect(cut === text || text.startsWith(cut.slice(0, cut.lastIndexOf('… (cut')))).toBe(true)
      }),
    )
  })
})
