import { link, type Markdown, md, phrase } from '../core/text/markdown.ts'

/** Makes links of citations such as `docs/reference.md, "Permanent faults"`, so that they open from anywhere. */
export type DocsLinks = {
  /** Replaces each citation in a text with its URL. */
  readonly inText: (text: string) => string
  /** Writes a text as Markdown in which each citation is a link. */
  readonly inMarkdown: (text: string) => Markdown
}

const CITATION = /(docs\/[\w-]+\.md)(?:, "([^"\n]{1,100})")?/g
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/
const REF = /^[\w.+@/-]+$/

/**
 * Creates the links to the documents of the action's own version. Citations stay as they are without
 * `GITHUB_ACTION_REPOSITORY` and `GITHUB_ACTION_REF`: an action of the workflow's own repository has neither.
 *
 * @param readVariable returns a variable of the environment, empty if it is not set
 */
export function createDocsLinks(readVariable: (name: string) => string): DocsLinks {
  const repository = readVariable('GITHUB_ACTION_REPOSITORY')
  const ref = readVariable('GITHUB_ACTION_REF')
  const server = readVariable('GITHUB_SERVER_URL') || 'https://github.com'
  if (!REPOSITORY.test(repository) || !REF.test(ref)) return { inText: (text) => text, inMarkdown: phrase }

  const urlOf = (path: string, title: string | undefined): string =>
    encodeURI(
      `${server}/${repository}/blob/${ref}/${path}${title === undefined ? '' : `#${anchorOf(title)}`}`,
    )
  return {
    inText: (text) => text.replace(CITATION, (_, path: string, title?: string) => urlOf(path, title)),
    inMarkdown(text) {
      let written = md``
      let end = 0
      for (const { 0: citation, 1: path = '', 2: title, index } of text.matchAll(CITATION)) {
        written = md`${written}${phrase(text.slice(end, index))}${link(title ?? path, urlOf(path, title))}`
        end = index + citation.length
      }
      return md`${written}${phrase(text.slice(end))}`
    },
  }
}

/** Returns the anchor that GitHub gives to a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}
