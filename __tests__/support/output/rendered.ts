import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, defaultSchema)
  .use(rehypeStringify)

type Root = ReturnType<typeof reader.runSync>
type RootContent = Root['children'][number]

/** Reads Markdown as GitHub does: CommonMark with GFM, raw HTML, then the sanitizer with GitHub's schema. */
export function rendered(markdown: string): Root {
  return reader.runSync(reader.parse(markdown))
}

/** Writes what GitHub would put into the page. */
export function renderedHtml(markdown: string): string {
  return reader.stringify(rendered(markdown))
}

/** Returns the names of all elements, in the order of the page. */
export function elementNames(node: Root | RootContent): readonly string[] {
  if (node.type !== 'element' && node.type !== 'root') return []
  const inner = node.children.flatMap(elementNames)
  return node.type === 'element' ? [node.tagName, ...inner] : inner
}

/** Returns all text as a reader sees it, without the invisible parts. */
export function visibleText(node: Root | RootContent): string {
  if (node.type === 'text') return node.value.replace(/[\u200B\u2060]/g, '')
  return 'children' in node ? node.children.map(visibleText).join('') : ''
}

const CODE: readonly string[] = ['code', 'pre', 'a']

/**
 * The parts of a plain text that GitHub would link or turn into a picture after it has read the Markdown: mentions, issues, commits,
 * addresses and emoji. A model of html-pipeline's filters, stricter than they are; none of them looks into code.
 */
const AUTOLINKS: readonly RegExp[] = [
  /@[\w-]/u,
  /#\d/u,
  /(?<![\p{L}\p{N}_])GH-\d/iu,
  /[a-z][a-z0-9+.-]*:\/\//iu,
  /www\.\w/iu,
  /(?:mailto|xmpp):/iu,
  /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/iu,
  /:(?:[a-z+-][\w+-]*|\d+[a-z+-][\w+-]*|100|1234):/iu,
]

/** Returns each text that GitHub would turn into more than text. */
export function autolinked(node: Root | RootContent): readonly string[] {
  if (node.type === 'text') return AUTOLINKS.flatMap((pattern) => pattern.exec(node.value)?.[0] ?? [])
  if (!('children' in node)) return []
  return isCode(node) ? [] : node.children.flatMap(autolinked)
}

function isCode(node: Root | RootContent): boolean {
  return node.type === 'element' && CODE.includes(node.tagName)
}
