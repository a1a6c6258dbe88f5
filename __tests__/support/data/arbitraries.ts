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

const LAST_CODE_POINT = 0x10ffff
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/**
 * One character of Unicode: any code point that is no surrogate, or several that are shown as one. The units of fast-check
 * itself list all code points first, which takes most of a second in each file.
 */
export const character = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .nat(LAST_CODE_POINT)
      .filter((code) => !isSurrogate(code))
      .map(String.fromCodePoint),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'e\u0301',
      '\u{1F1E8}\u{1F1F3}',
      '\u{1F469}\u200D\u{1F4BB}',
      '\u1112\u1161\u11AB',
    ),
  },
)

/** Text of the kind that a hostile or broken service sends: any character, and often those that mean something somewhere. */
export const hostileText = fc.string({
  unit: fc.oneof(fc.constantFrom(...PIECES, ...MARKS, ...BASICS), character),
})

/** Known attacks on pages, logs and pictures, one of each kind. */
export const HOSTILE: readonly string[] = [
  '::error::pwned',
  '\n::add-mask::SUCCESSFUL',
  '##[error]pwned',
  '::set-output name=status::SUCCESSFUL\r\n::stop-commands::x',
  'a\u2028::error::b\u2029##[group]c\u0085::debug::d\u000B::x::\f::y::',
  '\u001B[31mred\u001B[0m\u001B]8;;https://evil.example\u0007link\u001B]8;;\u0007',
  '\u0000\u0007\u0008\u007F\u009B31m',
  '\u202Egnp.exe\u202C \u2066x\u2069 \u200Fy \u061Cz',
  'lone \uD83D and \uDE00',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
  '</td></tr></table><h1>gone</h1><!-- <details open>',
  '</code></sub></summary></details><b>',
  '<style>*{display:none}</style><iframe src="https://evil.example"></iframe>',
  '&lt;b&gt; &#x3C;b> &amp;',
  '[click](https://evil.example) [x]: https://evil.example',
  '![pixel](https://evil.example/p.png)',
  '<https://evil.example> <me@evil.example>',
  'https://evil.example http://evil.example/x?y=1 www.evil.example ftp://evil.example',
  'me@evil.example mailto:me@evil.example xmpp:me@evil.example',
  '@octocat @github/security a@b',
  '#1 GH-1 gh-2 octocat/hello#3 octocat/hello@a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  'a5c3785ed8d6a35868bc169f07e40e889087fd2e a5c3785 deadbeef defaced',
  ':smile: :+1: :100: :8ball:',
  '| a | b |\n|---|---|\n| c | d |',
  'x | y \\| z \\',
  '# heading',
  '1. one',
  '- [ ] task\n- [x] done',
  '> quote\n> [!CAUTION]\n> alert',
  '***\n---\n===\n___',
  '```\ncode\n```\n~~~mermaid\ngantt\n~~~',
  '`code` ``code`` *em* **strong** __b__ _i_ ~~del~~',
  '[^1]: note [^1]',
  '$x^2$ $$y$$ $`z`$',
  '    indented code',
  'a\\\nb  \nc',
  'section x\nclick a href "https://evil.example"',
  '%%{init: {"securityLevel": "loose"}}%%',
  ':crit, milestone, 2026-01-01, 0s\n  x :2026-01-01, 1d; #35; #quot;',
  'click call alert() --> <b>x</b>',
  '********',
  ' \t ',
  '',
  'a'.repeat(100_000),
  '<b>'.repeat(2_000),
  '失败'.repeat(50_000),
]
