import fc from 'fast-check'

const PIECES = [
  '\u0000',
  '\u001B[31m',
  '\u0085',
  '\u2028',
  '\u202E',
  '\u2067',
  '\u061C',
  '\u{1F600}',
  '\uD83D',
  '\uDE00',
]
const MARKS = [
  '::error::',
  '##[error]',
  '@admin',
  '#12',
  'GH-1',
  'https://x.example',
  'www.x.example',
  ':smile:',
  '<b>',
]
const BASICS = [
  '\r\n',
  '\n',
  '\t',
  ' ',
  '|',
  '`',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '!',
  '&',
  '\\',
  '"',
  '失败',
  'é',
  'a',
  '1',
  '. ',
]

/** Text of the kind that a hostile or broken service sends: any character, and often those that mean something somewhere. */
export const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...PIECES, ...MARKS, ...BASICS),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
})
