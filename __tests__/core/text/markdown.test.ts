import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  blocks,
  bold,
  code,
  escapeText,
  fold,
  link,
  list,
  md,
  mermaid,
  phrase,
  table,
  widened,
} from '../../../src/core/text/markdown.ts'
import { plainText } from '../../../src/core/text/plain.ts'
import { hostileText } from '../../support/data/arbitraries.ts'

const J = '\u2060'
/** Where a browser may break a line. */
const B = '\u200B'
const INVISIBLE = /[\u2060\u200B]/g

/** Escaped text as a reader sees it, without the invisible joiners. */
function shown(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(INVISIBLE, '')
}

describe('escapeText', () => {
  it.each([
    ['Chinese text', '从OBS路径导入解决方案。', '从OBS路径导入解决方案。'],
    ['emphasis', '*a* _b_ ~c~', String.raw`\*a\* \_b\_ \~c\~`],
    ['code', '`a`', '\\`a\\`'],
    ['a link', '[a](b)', String.raw`\[a\](b)`],
    ['an image', '![a](b)', String.raw`\!\[a\](b)`],
    ['an element', '<img src=x>', '&lt;img src=x&gt;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a backslash', String.raw`\*`, String.raw`\\\*`],
    ['a cell border', 'a|b', String.raw`a\|b`],
    ['mathematics', '$x$', String.raw`\$x\$`],
    ['a heading', '# a', String.raw`\# a`],
    ['a list', '- a', String.raw`\- a`],
    ['a list with plus', '+ a', String.raw`\+ a`],
    ['a rule', '---', String.raw`\---`],
    ['a setext heading', '===', String.raw`\===`],
    ['a dash inside', 'a-b', 'a-b'],
    ['a numbered list', '12. a', `12${J}. a`],
    ['a numbered list with a bracket', '1) a', `1${J}) a`],
    ['an empty numbered item', '1.', `1${J}.`],
    ['a number', '1.5 s', '1.5 s'],
    ['a mention', '@admin', `@${J}admin`],
    ['a mail address', 'a@b.example', `a@${J}b.example`],
    ['a lone at sign', 'a @ b', 'a @ b'],
    ['an issue', '#12', String.raw`\#` + `${J}12`],
    ['an issue elsewhere', 'o/r#12', String.raw`o/r\#` + `${J}12`],
    ['an issue of the old form', 'gh-12', `gh-${J}12`],
    ['a bare address', 'https://x.example', `https:${J}//x.example`],
    ['an address of a bucket', 'obs://a/b.zip', `obs:${J}//a/b.zip`],
    ['a web host', 'WWW.x.example', `WWW${J}.x.example`],
    ['a web host after an underscore', '_www.x.example', `\\_www${J}.x.example`],
    ['a mail link', 'mailto:a', `mailto${J}:a`],
    ['a chat link', 'xmpp:a', `xmpp${J}:a`],
    ['an emoji', ':smile:', `\\:${J}smile:`],
    ['an emoji inside', 'a :+1: b', `a :${J}+1: b`],
    ['an emoji with digits first', ':8ball:', `\\:${J}8ball:`],
    ['an emoji of digits', 'a :100: b :1234:', `a :${J}100: b :${J}1234:`],
    ['a time of day', '10:20:30', '10:20:30'],
    ['a commit', 'at 0123456789abc.', `at 012345${J}6789ab${J}c.`],
    ['several lines', 'a\n\n# b', String.raw`a \# b`],
    ['blanks around', '  \n    a  ', 'a'],
    ['an escape character', '\u001B[0m', `\uFFFD${String.raw`\[`}0m`],
  ])('shows %s as it was', (_, text, markdown) => {
    expect(escapeText(text)).toBe(markdown)
  })

  it('shows any text as just that text on one line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shown(escapeText(text))).toBe(plainText(text).trim().replace(INVISIBLE, ''))
        expect(escapeText(text)).not.toMatch(/[\n\r]/)
      }),
    )
  })

  it('leaves nothing that Markdown or GitHub would act on', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeText(text)
        const bare = escaped.replace(/\\[\\`*_[\]|~#$!\-+=:]|&(?:amp|lt|gt);/g, '')
        expect(bare).not.toMatch(/[\\`*_[\]<>|~#$!&]/)
        expect(escaped).not.toMatch(/@\w|#\d|:\/\/|www\.|^[-+=:]|^\d+[.)](?:\s|$)|:(?:smile|100):/i)
      }),
    )
  })

  it('takes no longer for a text that looks like an endless emoji', () => {
    const text = `:${'x1'.repeat(200_000)}`
    expect(shown(escapeText(text))).toBe(text)
  })
})

describe('a run that is wider than a column', () => {
  const ab = 'ab'.repeat(20)

  it.each([
    ['is broken after 24 letters', 'a'.repeat(30), `${'a'.repeat(24)}${B}${'a'.repeat(6)}`],
    ['is broken again and again', 'a'.repeat(50), `${'a'.repeat(24)}${B}${'a'.repeat(24)}${B}aa`],
    ['is left alone where it is short enough', 'a'.repeat(29), 'a'.repeat(29)],
    ['gets no break at its end', `${'a'.repeat(30)} b`, `${'a'.repeat(24)}${B}${'a'.repeat(6)} b`],
    [
      'is broken after a sign where there is one',
      `${'a'.repeat(15)}.${ab}`,
      `${'a'.repeat(15)}.${B}${ab.slice(0, 24)}${B}${ab.slice(24)}`,
    ],
    [
      'is not broken after a sign that comes too early',
      `abc.${'a'.repeat(30)}`,
      `abc.${'a'.repeat(20)}${B}${'a'.repeat(10)}`,
    ],
    ['ends at a blank', `${'a'.repeat(20)} ${'a'.repeat(20)}`, `${'a'.repeat(20)} ${'a'.repeat(20)}`],
    [
      'ends beside an ideograph',
      `${'a'.repeat(20)}作${'a'.repeat(20)}`,
      `${'a'.repeat(20)}作${'a'.repeat(20)}`,
    ],
    [
      'goes on over a slash',
      `${'a'.repeat(20)}/${'a'.repeat(20)}`,
      `${'a'.repeat(20)}/${B}${'a'.repeat(20)}`,
    ],
    [
      'ends at a hyphen before a letter',
      `${'a'.repeat(20)}-${'a'.repeat(20)}`,
      `${'a'.repeat(20)}-${'a'.repeat(20)}`,
    ],
    [
      'goes on over a hyphen before a digit',
      `${'a'.repeat(20)}-${'1'.repeat(20)}`,
      `${'a'.repeat(20)}-${B}${'1'.repeat(20)}`,
    ],
    [
      'goes on over a hyphen before a slash',
      `${'a'.repeat(20)}-/${'b'.repeat(20)}`,
      `${'a'.repeat(20)}-/${B}${'b'.repeat(20)}`,
    ],
  ])('%s', (_, text, broken) => {
    // Digits in a row are taken apart for another reason.
    expect(escapeText(text).replaceAll(J, '')).toBe(broken)
  })
})

describe('widened', () => {
  it('adds no-break spaces after the escaped title', () => {
    expect(widened('a*b c', 2)).toEqual({ markdown: 'a\\*b c\u00A0\u00A0' })
    expect(widened('a', 0)).toEqual({ markdown: 'a' })
  })

  it('lets no line break between two ideographs', () => {
    expect(widened('子任务 ID 名', 0)).toEqual({ markdown: `子${J}任${J}务 ID 名` })
  })
})

describe('bold', () => {
  it('puts the escaped text into the element', () => {
    expect(bold('a*b')).toEqual({ markdown: '<b>a\\*b</b>' })
  })
})

describe('fold', () => {
  it('hides blocks under a title in which nothing has a meaning', () => {
    expect(fold('a & <b> > c\n@d', list(['x']), undefined, list(['y']))).toEqual({
      markdown: `<details><summary>a &amp; &lt;b&gt; &gt; c @${J}d</summary>\n\n- x\n\n- y\n\n</details>`,
    })
  })
})

describe('mermaid', () => {
  it('fences the source', () => {
    expect(mermaid('gantt\n  title T')).toEqual({ markdown: '```mermaid\ngantt\n  title T\n```' })
  })
})

describe('md', () => {
  it('escapes the values and keeps the template', () => {
    const ready = { markdown: '_x_' }
    expect(md`**${'*'}** ${7} ${undefined}${ready}.`).toEqual({ markdown: String.raw`**\*** 7 _x_.` })
  })
})

describe('blocks', () => {
  it('puts empty lines between the blocks that are there', () => {
    const parts = ['a', 'b', 'c'].map((markdown) => ({ markdown }))
    expect(blocks(parts[0], undefined, parts[1], parts[2])).toEqual({ markdown: 'a\n\nb\n\nc' })
    expect(blocks(undefined)).toEqual({ markdown: '' })
  })
})

describe('table', () => {
  it('writes a heading, a rule and a line for each row', () => {
    const rows = [
      ['1\n2', { markdown: '**x**' }],
      ['', code('|')],
    ]
    expect(table(['a|b', 'c'], rows).markdown.split('\n')).toEqual([
      String.raw`| a\|b | c |`,
      '| :-- | :-- |',
      '| 1 2 | **x** |',
      String.raw`|  | <code>\|</code> |`,
    ])
  })

  it('keeps the number of cells and lines for cells of any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const lines = table(['h', 'i'], [[first, second]]).markdown.split('\n')
        expect(lines).toHaveLength(3)
        const borders = lines[2]?.replace(/\\./gu, '').match(/\|/g)
        expect(borders).toHaveLength(3)
      }),
    )
  })
})

describe('list', () => {
  it('writes an item on each line', () => {
    expect(list(['a', '- b', { markdown: '*c*' }])).toEqual({ markdown: '- a\n- \\- b\n- *c*' })
  })
})

describe('code', () => {
  it.each([
    ['008a-_b', String.raw`<code>008a-\_b</code>`],
    ['</code>', '<code>&lt;/code&gt;</code>'],
    ['', ''],
    // Only what is an id from end to end is written so that it can be copied.
    ['0123456789abcdef0123456789abcdef', '<code>0123456789abcdef0123456789abcdef</code>'],
    ['a'.repeat(64), `<code>${'a'.repeat(64)}</code>`],
    ['g'.repeat(65), `<code>${'g'.repeat(24)}${B}${'g'.repeat(24)}${B}${'g'.repeat(17)}</code>`],
    [`${'g'.repeat(30)} b`, `<code>${'g'.repeat(24)}${B}${'g'.repeat(6)} b</code>`],
    [`b ${'g'.repeat(30)}`, `<code>b ${'g'.repeat(24)}${B}${'g'.repeat(6)}</code>`],
  ])('writes %j as %j', (text, markdown) => {
    expect(code(text)).toEqual({ markdown })
  })
})

describe('link', () => {
  it('shows a text as it is and leads to the address', () => {
    expect(link('a [b] *c*', 'https://host.example/x#y').markdown).toBe(
      String.raw`[a \[b\] \*c\*](<https://host.example/x#y>)`,
    )
  })
})

describe('phrase', () => {
  it.each([
    ['a', 'a'],
    [' a *b*  ', String.raw` a \*b\* `],
    [' ', ' '],
    ['', ''],
    [
      'as iam::0123456789abcdef0123456789abcdef:agency:wait_for-dlf-task, but',
      String.raw`as <code>iam::0123456789abcdef0123456789abcdef:agency:wait\_for-dlf-task</code>, but`,
    ],
    ['iam::d:oidcProvider:p', '<code>iam::d:oidcProvider:p</code>'],
    ['miam::d:agency:a', `miam::${J}d:${J}agency:a`],
    ['iam::d:agency:', `iam::${J}d:${J}agency:`],
  ])('writes %j as %j, with its spaces and with URNs that can be copied', (text, markdown) => {
    expect(phrase(text).markdown).toBe(markdown)
  })
})
