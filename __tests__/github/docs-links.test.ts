import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { anchorOf, createDocsLinks } from '../../src/github/docs-links.ts'
import { hostileText } from '../support/data/arbitraries.ts'
import { renderedHtml } from '../support/output/rendered.ts'

const RUNNER = { GITHUB_ACTION_REPOSITORY: 'octo-org/wait', GITHUB_ACTION_REF: 'v1.2.0' }
const CITED = 'docs/reference.md'
const PAGE = 'https://github.com/octo-org/wait/blob/v1.2.0/docs/reference.md'

function linksWith(variables: Readonly<Record<string, string>>) {
  return createDocsLinks((name) => variables[name] ?? '')
}

describe('createDocsLinks', () => {
  it.each([
    ['See docs/reference.md, "Permanent faults".', `See ${PAGE}#permanent-faults.`],
    ['See docs/reference.md.', `See ${PAGE}.`],
    [`Check it (${CITED}, "HTTP 401: why?"), then go on.`, `Check it (${PAGE}#http-401-why), then go on.`],
    [`${CITED}, "A" and ${CITED}, "B"`, `${PAGE}#a and ${PAGE}#b`],
    [`${CITED}, "失败"`, `${PAGE}#%E5%A4%B1%E8%B4%A5`],
    ['No citation, docs/ and src/docs.md', 'No citation, docs/ and src/docs.md'],
  ])('writes %j as %j', (text, written) => {
    expect(linksWith(RUNNER).inText(text)).toBe(written)
  })

  it('leads to the server that the action comes from', () => {
    const links = linksWith({ ...RUNNER, GITHUB_SERVER_URL: 'https://github.example' })
    expect(links.inText('docs/reference.md')).toBe(
      'https://github.example/octo-org/wait/blob/v1.2.0/docs/reference.md',
    )
  })

  it.each([
    [{}],
    [{ GITHUB_ACTION_REPOSITORY: 'octo-org/wait' }],
    [{ GITHUB_ACTION_REF: 'v1' }],
    [{ ...RUNNER, GITHUB_ACTION_REPOSITORY: 'no repository' }],
    [{ ...RUNNER, GITHUB_ACTION_REF: 'v1) [x](y' }],
  ])('leaves citations as they are with %j', (variables) => {
    const links = linksWith(variables)
    expect(links.inText('See docs/reference.md, "Permanent faults".')).toBe(
      'See docs/reference.md, "Permanent faults".',
    )
    expect(links.inMarkdown('See docs/reference.md.').markdown).toBe('See docs/reference.md.')
  })

  it('writes Markdown whose links have the title of the section', () => {
    const { markdown } = linksWith(RUNNER).inMarkdown(
      '*Check* it (docs/reference.md, "Permanent faults"), or docs/reference.md now',
    )
    expect(renderedHtml(markdown)).toBe(
      `<p>*Check* it (<a href="${PAGE}#permanent-faults">Permanent faults</a>), or <a href="${PAGE}">docs/reference.md</a> now</p>`,
    )
  })

  it('makes no other element for any text', () => {
    const { inMarkdown } = linksWith(RUNNER)
    fc.assert(
      fc.property(hostileText, hostileText, (before, after) => {
        const html = renderedHtml(inMarkdown(`a${before} docs/reference.md, "${after}" b`).markdown)
        expect(
          html.match(/<(?!\/?(?:p|a href="https:\/\/github\.com\/octo-org\/wait\/[^"]*")>|\/a>)/g),
        ).toBeNull()
      }),
    )
  })
})

describe('anchorOf', () => {
  it.each([
    ['Permanent faults', 'permanent-faults'],
    ['Signature (SDK-HMAC-SHA256)', 'signature-sdk-hmac-sha256'],
    ["Is it 'red'?", 'is-it-red'],
    ['失败时的排查', '失败时的排查'],
  ])('of %j is %j', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor)
  })
})
