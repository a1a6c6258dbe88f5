import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { blocks, bold, code, escapeText, fold, list, md, table } from '../../../src/core/text/markdown.ts'
import { plainText } from '../../../src/core/text/plain.ts'
import { character, HOSTILE, hostileText } from '../../support/data/arbitraries.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'
import { autolinked, elementNames, rendered, visibleText } from '../../support/output/rendered.ts'

/** The words of a text as a reader must see them: a page shows blanks in a row as one. */
function readable(text: string): string {
  return squeezed(plainText(text).replace(/[\u200B\u2060]/g, ''))
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function shownAs(markdown: string) {
  const page = rendered(markdown)
  return { elements: elementNames(page), text: squeezed(visibleText(page)), links: autolinked(page) }
}

const short = HOSTILE.filter((text) => text.length < 1000)
const anyText = fc.oneof(hostileText, fc.constantFrom(...short), fc.string({ unit: character }))

describe('GitHub shows nothing but text', () => {
  it.each(HOSTILE.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text]))(
    'of %j in a paragraph, in a cell and in the code font',
    (_name, text) => {
      expect(shownAs(escapeText(text))).toEqual({
        elements: readable(text) === '' ? [] : ['p'],
        text: readable(text),
        links: [],
      })
      const { elements, text: shown, links } = shownAs(table(['h', 'i'], [[text, code(text)]]).markdown)
      expect(elements.filter((name) => name !== 'code')).toEqual(
        'table thead tr th th tbody tr td td'.split(' '),
      )
      expect(squeezed(shown)).toBe(squeezed(`h i ${readable(text)} ${readable(text)}`))
      expect(links).toEqual([])
    },
  )

  it('of any text in a paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shownAs(escapeText(text))).toEqual({
          elements: escapeText(text) === '' ? [] : ['p'],
          text: readable(text),
          links: [],
        })
      }),
      { numRuns: 500 },
    )
  })

  it('of any text in a heading, a list, a fold, bold and code', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const page = blocks(
          md`## ❌ ${one}`,
          list([md`- ${two}`, one]),
          md`${bold(one)} x ${code(two)}`,
          fold(two, table([one, md`<sub>${two}</sub>`], [])),
        )
        const { elements, links } = shownAs(page.markdown)
        const expected = ['h2', 'ul', 'details', 'summary', 'table', 'thead', 'tr', 'th', 'th', 'sub']
        const inline = ['li', 'ul', 'p', 'strong', 'b', 'code']
        expect(elements.filter((name) => !inline.includes(name))).toEqual(
          expected.filter((name) => name !== 'ul'),
        )
        expect(links).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['启动作业[job_batch]', 'p'],
    ['从OBS路径[obs://aaaaa/traffic.zip]导入解决方案。', 'p'],
    ['作业[job_stream]引用的连接[conn_dli]不存在。', 'p'],
    ['Task[008aae2e675d3bcb01675d40ab3f0005] does not exist', 'p'],
  ])('shows %s as it is', (text) => {
    expect(shownAs(escapeText(text)).text).toBe(text)
    expect(shownAs(bold(text).markdown).text).toBe(text)
  })
})

describe('a text that is not broken anywhere', () => {
  it.each([
    ['a name', 'x'.repeat(29), 1],
    ['a long name', 'x'.repeat(30), 2],
    ['a path', `obs://${'release/'.repeat(9)}jobs.zip`, 5],
    ['a name with underscores', 'dwd_payments_clean_'.repeat(5), 5],
    ['Chinese', '数据开发'.repeat(100), 1],
    ['a date', '2026-11-23/'.repeat(8), 5],
  ])('may be broken if it is too long: %s', (_what, text, parts) => {
    const pieces = escapeText(text).split('\u200B')
    expect(pieces).toHaveLength(parts)
    expect(escapeText(text).replace(/[\\\u200B\u2060]/g, '')).toBe(text)
  })

  it('takes linear time', () => {
    for (const unit of ['a', '_', '/1', '@', '&', '작', '::', 'f', '#1', '.']) {
      const text = unit.repeat(100_000)
      expect(cpuMsOf(() => escapeText(text))).toBeLessThan(1000)
    }
  })
})

describe('an id', () => {
  it('can be copied as it is', () => {
    const id = '008aae2e675d3bcb01675d40ab3f0005'
    expect(code(id).markdown).toBe(`<code>${id}</code>`)
  })
})
